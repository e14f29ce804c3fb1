import type { LanguageWords } from './language-words';

const WHY =
  'Recibes este correo porque el {{ordered on}} hiciste un pedido en {{shop}} y recibes sus correos por suscripción.';

export const SPANISH: LanguageWords = {
  letters: {
    reminder: {
      subject: 'Tu recordatorio: {{items}}',
      neutralSubject: 'Tu recordatorio de {{shop}}',
      preheader: 'El {{asked on}} nos pediste que te lo recordáramos.',
      greeting: 'Este es el recordatorio que pediste',
      intro: '',
      button: 'Volver a pedir',
      outro: '',
      why: 'Recibes este correo porque el {{asked on}} pediste a {{shop}} un recordatorio.',
    },
    'follow-up-refill': {
      subject: 'Listo para volver a pedir: {{items}}',
      neutralSubject: 'Listo para volver a pedir en {{shop}}',
      preheader: 'De tu pedido del {{ordered on}}, al precio de hoy.',
      greeting: '¿Necesitas más pronto?',
      intro: 'Esto es de tu pedido del {{ordered on}}. El botón llena la cesta; allí decides tú.',
      button: 'Llenar la cesta',
      outro: '¿Aún te queda? Entonces no hay nada que hacer.',
      why: WHY,
    },
    'follow-up-discovery': {
      subject: 'Algunas ideas de {{shop}}',
      neutralSubject: 'Algunas ideas de {{shop}}',
      preheader: 'Una pequeña selección, con el motivo de cada elección.',
      greeting: 'Algunas cosas que podrían gustarte',
      intro: 'Las hemos elegido para ti tras tu pedido del {{ordered on}}; en cada una decimos por qué.',
      button: 'Ver la tienda',
      outro: '¿Nada para ti? No pasa nada.',
      why: WHY,
    },
    'follow-up-generic': {
      subject: 'Gracias por tu pedido en {{shop}}',
      neutralSubject: 'Gracias por tu pedido en {{shop}}',
      preheader: 'Sobre tu pedido del {{ordered on}}.',
      greeting: 'Gracias por tu pedido',
      intro: 'Esperamos que todo esté bien con tu pedido del {{ordered on}}.',
      button: 'Ir a la tienda',
      outro: '',
      why: WHY,
    },
  },
  stop: { reminder: 'No más recordatorios', 'follow-up': 'Cancelar la suscripción a estos correos' },
  later: 'Recordármelo más tarde',
  choices: 'Tus preferencias',
  choose: 'Elegir',
  sentBy: 'Remitente',
  items: { single: 'artículo', several: 'artículos' },
  more: { single: 'más', several: 'más' },
  unnamed: { single: 'tu artículo', several: 'tus artículos' },
  discount: {
    off: (amount) => `${amount} de descuento`,
    code: 'Tu código:',
    until: (day) => `Válido una vez, hasta el ${day}.`,
  },
};
