import type { LanguageWords } from './language-words';

const WHY =
  'Ricevi questa e-mail perché il giorno {{ordered on}} hai ordinato da {{shop}} e ricevi le sue e-mail per iscrizione.';

export const ITALIAN: LanguageWords = {
  letters: {
    reminder: {
      subject: 'Il tuo promemoria: {{items}}',
      neutralSubject: 'Il tuo promemoria da {{shop}}',
      preheader: 'Il giorno {{asked on}} ci hai chiesto un promemoria.',
      greeting: 'Ecco il promemoria che hai chiesto',
      intro: '',
      button: 'Ordina di nuovo',
      outro: '',
      why: 'Ricevi questa e-mail perché il giorno {{asked on}} hai chiesto un promemoria a {{shop}}.',
    },
    'follow-up-refill': {
      subject: 'Pronto da riordinare: {{items}}',
      neutralSubject: 'Pronto da riordinare su {{shop}}',
      preheader: 'Dal tuo ordine del {{ordered on}}, al prezzo di oggi.',
      greeting: 'Presto te ne servirà ancora?',
      intro: 'Questo viene dal tuo ordine del {{ordered on}}. Il pulsante riempie il carrello; lì decidi tu.',
      button: 'Riempi il carrello',
      outro: 'Ne hai ancora abbastanza? Allora non c’è nulla da fare.',
      why: WHY,
    },
    'follow-up-discovery': {
      subject: 'Qualche idea da {{shop}}',
      neutralSubject: 'Qualche idea da {{shop}}',
      preheader: 'Una piccola selezione, con il motivo di ogni scelta.',
      greeting: 'Qualche idea che potrebbe piacerti',
      intro: 'Le abbiamo scelte per te dopo il tuo ordine del {{ordered on}}; per ognuna diciamo perché.',
      button: 'Guarda il negozio',
      outro: 'Niente per te? Va bene così.',
      why: WHY,
    },
    'follow-up-generic': {
      subject: 'Grazie per il tuo ordine da {{shop}}',
      neutralSubject: 'Grazie per il tuo ordine da {{shop}}',
      preheader: 'Sul tuo ordine del {{ordered on}}.',
      greeting: 'Grazie per il tuo ordine',
      intro: 'Speriamo che sia tutto a posto con il tuo ordine del {{ordered on}}.',
      button: 'Vai al negozio',
      outro: '',
      why: WHY,
    },
  },
  stop: { reminder: 'Basta promemoria', 'follow-up': 'Annulla l’iscrizione a queste e-mail' },
  later: 'Ricordamelo più tardi',
  choices: 'Le tue scelte',
  choose: 'Scegli',
  sentBy: 'Mittente',
  items: { single: 'articolo', several: 'articoli' },
  more: { single: 'altro', several: 'altri' },
  unnamed: { single: 'il tuo articolo', several: 'i tuoi articoli' },
  discount: {
    off: (amount) => `${amount} di sconto`,
    code: 'Il tuo codice:',
    until: (day) => `Valido una volta, fino al giorno ${day}.`,
  },
};
