import type { Language } from '../letter/locale';

interface PageWords {
  readonly invalidTitle: string;
  readonly invalidText: string;
  readonly snooze: {
    readonly readyTitle: string;
    readonly readyText: string;
    /** Only where the page chooses by itself once somebody is seen. */
    readonly waitText: string;
    readonly doneTitle: string;
    doneText(day: string): string;
    readonly undoneTitle: string;
    readonly undoneText: string;
    readonly endedTitle: string;
    readonly endedText: string;
    readonly week: string;
    readonly twoWeeks: string;
    readonly month: string;
    readonly undo: string;
  };
  backTo(shop: string): string;
}

export const PAGE_WORDS: Readonly<Record<Language, PageWords>> = {
  en: {
    invalidTitle: 'This link no longer works',
    invalidText: 'It may have expired. The newest email has links that work.',
    snooze: {
      readyTitle: 'Remind me later',
      readyText: 'When shall we write again?',
      waitText: 'Stay on this page, and it will be in a week.',
      doneTitle: 'We will write again later',
      doneText: (day) => `Your reminder comes again on ${day}.`,
      undoneTitle: 'Taken back',
      undoneText: 'This reminder will not come again.',
      endedTitle: 'Nothing to put off',
      endedText: 'This reminder has already ended.',
      week: 'In a week',
      twoWeeks: 'In two weeks',
      month: 'In a month',
      undo: 'Undo',
    },
    backTo: (shop) => `Back to ${shop}`,
  },
  de: {
    invalidTitle: 'Dieser Link gilt nicht mehr',
    invalidText: 'Vielleicht ist er abgelaufen. Die neueste E-Mail enthält gültige Links.',
    snooze: {
      readyTitle: 'Später erinnern',
      readyText: 'Wann sollen wir wieder schreiben?',
      waitText: 'Bleiben Sie auf dieser Seite, dann ist es in einer Woche.',
      doneTitle: 'Wir schreiben später wieder',
      doneText: (day) => `Ihre Erinnerung kommt wieder am ${day}.`,
      undoneTitle: 'Zurückgenommen',
      undoneText: 'Diese Erinnerung kommt nicht noch einmal.',
      endedTitle: 'Nichts zu verschieben',
      endedText: 'Diese Erinnerung ist bereits beendet.',
      week: 'In einer Woche',
      twoWeeks: 'In zwei Wochen',
      month: 'In einem Monat',
      undo: 'Rückgängig',
    },
    backTo: (shop) => `Zurück zu ${shop}`,
  },
  fr: {
    invalidTitle: 'Ce lien n’est plus valable',
    invalidText: 'Il a peut-être expiré. Le dernier e-mail contient des liens valables.',
    snooze: {
      readyTitle: 'Me le rappeler plus tard',
      readyText: 'Quand devons-nous vous réécrire ?',
      waitText: 'Restez sur cette page, et ce sera dans une semaine.',
      doneTitle: 'Nous vous réécrirons plus tard',
      doneText: (day) => `Votre rappel reviendra le ${day}.`,
      undoneTitle: 'Annulé',
      undoneText: 'Ce rappel ne reviendra pas.',
      endedTitle: 'Rien à reporter',
      endedText: 'Ce rappel est déjà terminé.',
      week: 'Dans une semaine',
      twoWeeks: 'Dans deux semaines',
      month: 'Dans un mois',
      undo: 'Annuler',
    },
    backTo: (shop) => `Retour à ${shop}`,
  },
  es: {
    invalidTitle: 'Este enlace ya no funciona',
    invalidText: 'Puede que haya caducado. El correo más reciente tiene enlaces que funcionan.',
    snooze: {
      readyTitle: 'Recordármelo más tarde',
      readyText: '¿Cuándo volvemos a escribirte?',
      waitText: 'Quédate en esta página y será dentro de una semana.',
      doneTitle: 'Te escribiremos más tarde',
      doneText: (day) => `Tu recordatorio volverá el ${day}.`,
      undoneTitle: 'Anulado',
      undoneText: 'Este recordatorio no volverá.',
      endedTitle: 'Nada que aplazar',
      endedText: 'Este recordatorio ya ha terminado.',
      week: 'Dentro de una semana',
      twoWeeks: 'Dentro de dos semanas',
      month: 'Dentro de un mes',
      undo: 'Deshacer',
    },
    backTo: (shop) => `Volver a ${shop}`,
  },
  it: {
    invalidTitle: 'Questo link non funziona più',
    invalidText: 'Forse è scaduto. L’e-mail più recente contiene link che funzionano.',
    snooze: {
      readyTitle: 'Ricordamelo più tardi',
      readyText: 'Quando dobbiamo riscriverti?',
      waitText: 'Resta su questa pagina e sarà tra una settimana.',
      doneTitle: 'Ti riscriveremo più tardi',
      doneText: (day) => `Il tuo promemoria tornerà il giorno ${day}.`,
      undoneTitle: 'Annullato',
      undoneText: 'Questo promemoria non tornerà.',
      endedTitle: 'Niente da rimandare',
      endedText: 'Questo promemoria è già terminato.',
      week: 'Tra una settimana',
      twoWeeks: 'Tra due settimane',
      month: 'Tra un mese',
      undo: 'Annulla',
    },
    backTo: (shop) => `Torna a ${shop}`,
  },
  nl: {
    invalidTitle: 'Deze link werkt niet meer',
    invalidText: 'Misschien is hij verlopen. In de nieuwste e-mail staan links die werken.',
    snooze: {
      readyTitle: 'Later herinneren',
      readyText: 'Wanneer zullen we weer schrijven?',
      waitText: 'Blijf op deze pagina, dan wordt het over een week.',
      doneTitle: 'We schrijven later weer',
      doneText: (day) => `Je herinnering komt weer op ${day}.`,
      undoneTitle: 'Ongedaan gemaakt',
      undoneText: 'Deze herinnering komt niet nog eens.',
      endedTitle: 'Niets om uit te stellen',
      endedText: 'Deze herinnering is al afgelopen.',
      week: 'Over een week',
      twoWeeks: 'Over twee weken',
      month: 'Over een maand',
      undo: 'Ongedaan maken',
    },
    backTo: (shop) => `Terug naar ${shop}`,
  },
};
