import type { Language } from '../mail/letter/locale';

interface LetterWords {
  subject(title: string): string;
  /** For goods that are not named where others may read over the shoulder. */
  neutralSubject(shop: string): string;
  readonly heading: string;
  preview(day: string): string;
  readonly reorder: string;
  /** In place of it where a selling plan must be chosen first. */
  readonly choose: string;
  readonly later: string;
  readonly stop: string;
  why(shop: string, day: string): string;
  readonly sentBy: string;
}

export const LETTER_WORDS: Readonly<Record<Language, LetterWords>> = {
  en: {
    subject: (title) => `Your reminder: ${title}`,
    neutralSubject: (shop) => `Your reminder from ${shop}`,
    heading: 'Here is the reminder you asked for',
    preview: (day) => `You asked us on ${day} to remind you.`,
    reorder: 'Reorder',
    choose: 'Choose',
    later: 'Remind me later',
    stop: 'Stop reminders',
    why: (shop, day) => `You get this email because you asked ${shop} on ${day} to remind you.`,
    sentBy: 'Sent by',
  },
  de: {
    subject: (title) => `Ihre Erinnerung: ${title}`,
    neutralSubject: (shop) => `Ihre Erinnerung von ${shop}`,
    heading: 'Hier ist Ihre Erinnerung',
    preview: (day) => `Sie haben uns am ${day} gebeten, Sie zu erinnern.`,
    reorder: 'Nachbestellen',
    choose: 'Auswählen',
    later: 'Später erinnern',
    stop: 'Keine Erinnerungen mehr',
    why: (shop, day) =>
      `Sie erhalten diese E-Mail, weil Sie ${shop} am ${day} um eine Erinnerung gebeten haben.`,
    sentBy: 'Absender',
  },
  fr: {
    subject: (title) => `Votre rappel : ${title}`,
    neutralSubject: (shop) => `Votre rappel de ${shop}`,
    heading: 'Voici le rappel que vous avez demandé',
    preview: (day) => `Le ${day}, vous nous avez demandé un rappel.`,
    reorder: 'Commander à nouveau',
    choose: 'Choisir',
    later: 'Me le rappeler plus tard',
    stop: 'Arrêter les rappels',
    why: (shop, day) => `Vous recevez cet e-mail car vous avez demandé un rappel à ${shop} le ${day}.`,
    sentBy: 'Expéditeur',
  },
};
