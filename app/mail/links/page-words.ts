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
    /** By kind of mail. */
    readonly of: Readonly<Record<'reminder' | 'follow-up', KindWords>>;
    readonly doneTitle: string;
    doneAll(shop: string): string;
    doneItem(shop: string, item: string): string;
    readonly undoneTitle: string;
    readonly stopAll: string;
    stopItem(item: string): string;
    resumeItem(item: string): string;
    readonly undo: string;
  };
  backTo(shop: string): string;
}

interface KindWords {
  readonly readyTitle: string;
  readyText(shop: string): string;
  done(shop: string): string;
  undone(shop: string): string;
  readonly stop: string;
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
      of: {
        reminder: {
          readyTitle: 'Stop reminders?',
          readyText: (shop) => `${shop} will send you no more reminders, and those you have set will end.`,
          done: (shop) => `${shop} will send you no more reminders.`,
          undone: (shop) => `${shop} may send you reminders that you ask for.`,
          stop: 'Stop reminders',
        },
        'follow-up': {
          readyTitle: 'Unsubscribe?',
          readyText: (shop) => `${shop} will send you no more emails like this one.`,
          done: (shop) => `${shop} will send you no more emails like that one.`,
          undone: (shop) => `${shop} may write to you after an order again.`,
          stop: 'Unsubscribe from these emails',
        },
      },
      doneTitle: 'Stopped',
      doneAll: (shop) => `${shop} will send you no more reminders and no suggestions after orders.`,
      doneItem: (shop, item) =>
        `${shop} will send you no more emails about ${item}, unless you ask for a reminder of it.`,
      undoneTitle: 'Everything is as before',
      stopAll: 'Stop reminders and suggestions',
      stopItem: (item) => `Only stop emails about ${item}`,
      resumeItem: (item) => `Write about ${item} again`,
      undo: 'It was a mistake',
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
    unsubscribe: {
      of: {
        reminder: {
          readyTitle: 'Erinnerungen beenden?',
          readyText: (shop) =>
            `${shop} schickt Ihnen dann keine Erinnerungen mehr; gesetzte Erinnerungen enden.`,
          done: (shop) => `${shop} schickt Ihnen keine Erinnerungen mehr.`,
          undone: (shop) => `${shop} darf Ihnen Erinnerungen schicken, um die Sie bitten.`,
          stop: 'Erinnerungen beenden',
        },
        'follow-up': {
          readyTitle: 'E-Mails abbestellen?',
          readyText: (shop) => `${shop} schickt Ihnen dann keine E-Mails wie diese mehr.`,
          done: (shop) => `${shop} schickt Ihnen keine E-Mails dieser Art mehr.`,
          undone: (shop) => `${shop} darf Ihnen nach einer Bestellung wieder schreiben.`,
          stop: 'Diese E-Mails abbestellen',
        },
      },
      doneTitle: 'Beendet',
      doneAll: (shop) =>
        `${shop} schickt Ihnen keine Erinnerungen und keine Vorschläge nach Bestellungen mehr.`,
      doneItem: (shop, item) =>
        `${shop} schickt Ihnen keine E-Mails mehr zu: ${item}. Außer Sie bitten dafür um eine Erinnerung.`,
      undoneTitle: 'Alles ist wie vorher',
      stopAll: 'Erinnerungen und Vorschläge beenden',
      stopItem: (item) => `Nur hierzu keine E-Mails: ${item}`,
      resumeItem: (item) => `Wieder schreiben zu: ${item}`,
      undo: 'Das war ein Versehen',
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
    unsubscribe: {
      of: {
        reminder: {
          readyTitle: 'Arrêter les rappels ?',
          readyText: (shop) =>
            `${shop} ne vous enverra plus de rappels ; ceux que vous avez demandés prendront fin.`,
          done: (shop) => `${shop} ne vous enverra plus de rappels.`,
          undone: (shop) => `${shop} peut vous envoyer les rappels que vous demandez.`,
          stop: 'Arrêter les rappels',
        },
        'follow-up': {
          readyTitle: 'Vous désabonner ?',
          readyText: (shop) => `${shop} ne vous enverra plus d’e-mails comme celui-ci.`,
          done: (shop) => `${shop} ne vous enverra plus d’e-mails de ce genre.`,
          undone: (shop) => `${shop} peut de nouveau vous écrire après une commande.`,
          stop: 'Se désabonner de ces e-mails',
        },
      },
      doneTitle: 'C’est fait',
      doneAll: (shop) => `${shop} ne vous enverra plus ni rappels ni suggestions après une commande.`,
      doneItem: (shop, item) =>
        `${shop} ne vous enverra plus d’e-mails à propos de : ${item}, sauf si vous demandez un rappel.`,
      undoneTitle: 'Tout est comme avant',
      stopAll: 'Arrêter rappels et suggestions',
      stopItem: (item) => `Plus d’e-mails seulement pour : ${item}`,
      resumeItem: (item) => `Écrire de nouveau pour : ${item}`,
      undo: 'C’était une erreur',
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
    unsubscribe: {
      of: {
        reminder: {
          readyTitle: '¿No más recordatorios?',
          readyText: (shop) => `${shop} no te enviará más recordatorios, y los que pediste terminarán.`,
          done: (shop) => `${shop} no te enviará más recordatorios.`,
          undone: (shop) => `${shop} puede enviarte los recordatorios que pidas.`,
          stop: 'No más recordatorios',
        },
        'follow-up': {
          readyTitle: '¿Cancelar la suscripción?',
          readyText: (shop) => `${shop} no te enviará más correos como este.`,
          done: (shop) => `${shop} no te enviará más correos de este tipo.`,
          undone: (shop) => `${shop} puede volver a escribirte después de un pedido.`,
          stop: 'Cancelar la suscripción a estos correos',
        },
      },
      doneTitle: 'Hecho',
      doneAll: (shop) => `${shop} no te enviará más recordatorios ni sugerencias después de un pedido.`,
      doneItem: (shop, item) =>
        `${shop} no te enviará más correos sobre ${item}, salvo que pidas un recordatorio.`,
      undoneTitle: 'Todo está como antes',
      stopAll: 'No más recordatorios ni sugerencias',
      stopItem: (item) => `No más correos solo sobre ${item}`,
      resumeItem: (item) => `Volver a escribir sobre ${item}`,
      undo: 'Fue un error',
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
    unsubscribe: {
      of: {
        reminder: {
          readyTitle: 'Basta promemoria?',
          readyText: (shop) => `${shop} non ti invierà più promemoria, e quelli che hai chiesto finiranno.`,
          done: (shop) => `${shop} non ti invierà più promemoria.`,
          undone: (shop) => `${shop} può inviarti i promemoria che chiedi.`,
          stop: 'Basta promemoria',
        },
        'follow-up': {
          readyTitle: 'Annullare l’iscrizione?',
          readyText: (shop) => `${shop} non ti invierà più e-mail come questa.`,
          done: (shop) => `${shop} non ti invierà più e-mail di questo tipo.`,
          undone: (shop) => `${shop} può scriverti di nuovo dopo un ordine.`,
          stop: 'Annulla l’iscrizione a queste e-mail',
        },
      },
      doneTitle: 'Fatto',
      doneAll: (shop) => `${shop} non ti invierà più promemoria né suggerimenti dopo un ordine.`,
      doneItem: (shop, item) =>
        `${shop} non ti invierà più e-mail su: ${item}, salvo che tu chieda un promemoria.`,
      undoneTitle: 'Tutto è come prima',
      stopAll: 'Basta promemoria e suggerimenti',
      stopItem: (item) => `Basta e-mail solo su: ${item}`,
      resumeItem: (item) => `Scrivi di nuovo su: ${item}`,
      undo: 'È stato un errore',
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
    unsubscribe: {
      of: {
        reminder: {
          readyTitle: 'Geen herinneringen meer?',
          readyText: (shop) =>
            `${shop} stuurt je dan geen herinneringen meer; die je hebt gevraagd vervallen.`,
          done: (shop) => `${shop} stuurt je geen herinneringen meer.`,
          undone: (shop) => `${shop} mag je herinneringen sturen waar je om vraagt.`,
          stop: 'Geen herinneringen meer',
        },
        'follow-up': {
          readyTitle: 'Afmelden?',
          readyText: (shop) => `${shop} stuurt je dan geen e-mails zoals deze meer.`,
          done: (shop) => `${shop} stuurt je geen e-mails van deze soort meer.`,
          undone: (shop) => `${shop} mag je na een bestelling weer schrijven.`,
          stop: 'Afmelden voor deze e-mails',
        },
      },
      doneTitle: 'Gestopt',
      doneAll: (shop) => `${shop} stuurt je geen herinneringen en geen suggesties na bestellingen meer.`,
      doneItem: (shop, item) =>
        `${shop} stuurt je geen e-mails meer over ${item}, tenzij je om een herinnering vraagt.`,
      undoneTitle: 'Alles is als voorheen',
      stopAll: 'Geen herinneringen en suggesties meer',
      stopItem: (item) => `Alleen geen e-mails meer over ${item}`,
      resumeItem: (item) => `Weer schrijven over ${item}`,
      undo: 'Dat was een vergissing',
    },
    backTo: (shop) => `Terug naar ${shop}`,
  },
};
