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
  readonly unsubscribe: {
    readonly readyTitle: string;
    readyText(shop: string): string;
    readonly doneTitle: string;
    doneKind(shop: string): string;
    doneAll(shop: string): string;
    readonly undoneTitle: string;
    undoneText(shop: string): string;
    readonly stopKind: string;
    readonly stopAll: string;
    readonly undo: string;
  };
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
    unsubscribe: {
      readyTitle: 'Stop reminders?',
      readyText: (shop) => `${shop} will send you no more reminders, and those you have set will end.`,
      doneTitle: 'Stopped',
      doneKind: (shop) => `${shop} will send you no more reminders.`,
      doneAll: (shop) => `${shop} will send you no more reminders or other refill emails.`,
      undoneTitle: 'Everything is as before',
      undoneText: (shop) => `${shop} may send you reminders that you ask for.`,
      stopKind: 'Stop reminders',
      stopAll: 'Stop all refill emails',
      undo: 'It was a mistake',
    },
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
    unsubscribe: {
      readyTitle: 'Erinnerungen beenden?',
      readyText: (shop) => `${shop} schickt Ihnen dann keine Erinnerungen mehr; gesetzte Erinnerungen enden.`,
      doneTitle: 'Beendet',
      doneKind: (shop) => `${shop} schickt Ihnen keine Erinnerungen mehr.`,
      doneAll: (shop) => `${shop} schickt Ihnen keine Erinnerungen und keine anderen Nachkauf-E-Mails mehr.`,
      undoneTitle: 'Alles ist wie vorher',
      undoneText: (shop) => `${shop} darf Ihnen Erinnerungen schicken, um die Sie bitten.`,
      stopKind: 'Erinnerungen beenden',
      stopAll: 'Alle Nachkauf-E-Mails beenden',
      undo: 'Das war ein Versehen',
    },
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
    unsubscribe: {
      readyTitle: 'Arrêter les rappels ?',
      readyText: (shop) =>
        `${shop} ne vous enverra plus de rappels ; ceux que vous avez demandés prendront fin.`,
      doneTitle: 'C’est fait',
      doneKind: (shop) => `${shop} ne vous enverra plus de rappels.`,
      doneAll: (shop) => `${shop} ne vous enverra plus de rappels ni d’autres e-mails de réassort.`,
      undoneTitle: 'Tout est comme avant',
      undoneText: (shop) => `${shop} peut vous envoyer les rappels que vous demandez.`,
      stopKind: 'Arrêter les rappels',
      stopAll: 'Arrêter tous les e-mails de réassort',
      undo: 'C’était une erreur',
    },
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
    unsubscribe: {
      readyTitle: '¿No más recordatorios?',
      readyText: (shop) => `${shop} no te enviará más recordatorios, y los que pediste terminarán.`,
      doneTitle: 'Hecho',
      doneKind: (shop) => `${shop} no te enviará más recordatorios.`,
      doneAll: (shop) => `${shop} no te enviará más recordatorios ni otros correos de reposición.`,
      undoneTitle: 'Todo está como antes',
      undoneText: (shop) => `${shop} puede enviarte los recordatorios que pidas.`,
      stopKind: 'No más recordatorios',
      stopAll: 'No más correos de reposición',
      undo: 'Fue un error',
    },
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
    unsubscribe: {
      readyTitle: 'Basta promemoria?',
      readyText: (shop) => `${shop} non ti invierà più promemoria, e quelli che hai chiesto finiranno.`,
      doneTitle: 'Fatto',
      doneKind: (shop) => `${shop} non ti invierà più promemoria.`,
      doneAll: (shop) => `${shop} non ti invierà più promemoria né altre e-mail di riordino.`,
      undoneTitle: 'Tutto è come prima',
      undoneText: (shop) => `${shop} può inviarti i promemoria che chiedi.`,
      stopKind: 'Basta promemoria',
      stopAll: 'Basta e-mail di riordino',
      undo: 'È stato un errore',
    },
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
    unsubscribe: {
      readyTitle: 'Geen herinneringen meer?',
      readyText: (shop) => `${shop} stuurt je dan geen herinneringen meer; die je hebt gevraagd vervallen.`,
      doneTitle: 'Gestopt',
      doneKind: (shop) => `${shop} stuurt je geen herinneringen meer.`,
      doneAll: (shop) => `${shop} stuurt je geen herinneringen en geen andere navulmails meer.`,
      undoneTitle: 'Alles is als voorheen',
      undoneText: (shop) => `${shop} mag je herinneringen sturen waar je om vraagt.`,
      stopKind: 'Geen herinneringen meer',
      stopAll: 'Geen navulmails meer',
      undo: 'Dat was een vergissing',
    },
  },
};
