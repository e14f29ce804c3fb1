import type { LanguageWords } from './language-words';

const WHY =
  'Sie erhalten diese E-Mail, weil Sie am {{ordered on}} bei {{shop}} bestellt und dessen E-Mails abonniert haben.';

export const GERMAN: LanguageWords = {
  letters: {
    reminder: {
      subject: 'Ihre Erinnerung: {{items}}',
      neutralSubject: 'Ihre Erinnerung von {{shop}}',
      preheader: 'Sie haben uns am {{asked on}} gebeten, Sie zu erinnern.',
      greeting: 'Hier ist Ihre Erinnerung',
      intro: '',
      button: 'Nachbestellen',
      outro: '',
      why: 'Sie erhalten diese E-Mail, weil Sie {{shop}} am {{asked on}} um eine Erinnerung gebeten haben.',
    },
    'follow-up-refill': {
      subject: 'Bereit zum Nachbestellen: {{items}}',
      neutralSubject: 'Bereit zum Nachbestellen bei {{shop}}',
      preheader: 'Aus Ihrer Bestellung vom {{ordered on}}, zum heutigen Preis.',
      greeting: 'Brauchen Sie bald Nachschub?',
      intro:
        'Das ist aus Ihrer Bestellung vom {{ordered on}}. Der Knopf füllt den Warenkorb; dort entscheiden Sie.',
      button: 'Warenkorb füllen',
      outro: 'Haben Sie noch genug? Dann ist nichts zu tun.',
      why: WHY,
    },
    'follow-up-discovery': {
      subject: 'Ein paar Ideen von {{shop}}',
      neutralSubject: 'Ein paar Ideen von {{shop}}',
      preheader: 'Eine kleine Auswahl, jeweils mit dem Grund.',
      greeting: 'Ein paar Dinge, die Ihnen gefallen könnten',
      intro:
        'Das haben wir nach Ihrer Bestellung vom {{ordered on}} für Sie ausgesucht; bei jedem steht, warum.',
      button: 'Im Shop stöbern',
      outro: 'Nichts dabei? Auch gut.',
      why: WHY,
    },
    'follow-up-generic': {
      subject: 'Danke für Ihre Bestellung bei {{shop}}',
      neutralSubject: 'Danke für Ihre Bestellung bei {{shop}}',
      preheader: 'Zu Ihrer Bestellung vom {{ordered on}}.',
      greeting: 'Danke für Ihre Bestellung',
      intro: 'Wir hoffen, dass mit Ihrer Bestellung vom {{ordered on}} alles in Ordnung ist.',
      button: 'Zum Shop',
      outro: '',
      why: WHY,
    },
  },
  stop: { reminder: 'Keine Erinnerungen mehr', 'follow-up': 'Diese E-Mails abbestellen' },
  later: 'Später erinnern',
  choices: 'Ihre Auswahl',
  choose: 'Auswählen',
  sentBy: 'Absender',
  items: { single: 'Artikel', several: 'Artikel' },
  more: { single: 'weiterer', several: 'weitere' },
  unnamed: { single: 'Ihr Artikel', several: 'Ihre Artikel' },
  discount: {
    off: (amount) => `${amount} Rabatt`,
    code: 'Ihr Code:',
    until: (day) => `Einmal gültig, bis ${day}.`,
  },
};
