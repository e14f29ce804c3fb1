import type { Language } from '../letter/locale';

interface KindWords {
  readonly readyTitle: string;
  readyText(shop: string): string;
  done(shop: string): string;
  undone(shop: string): string;
  readonly stop: string;
}

interface UnsubscribeWords {
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
}

export const UNSUBSCRIBE_WORDS: Readonly<Record<Language, UnsubscribeWords>> = {
  en: {
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
  de: {
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
  fr: {
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
  es: {
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
  it: {
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
  nl: {
    of: {
      reminder: {
        readyTitle: 'Geen herinneringen meer?',
        readyText: (shop) => `${shop} stuurt je dan geen herinneringen meer; die je hebt gevraagd vervallen.`,
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
};
