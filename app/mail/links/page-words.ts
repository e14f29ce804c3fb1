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
};
