import type { LanguageWords } from './language-words';

const WHY =
  'Je krijgt deze e-mail omdat je op {{ordered on}} bij {{shop}} hebt besteld en geabonneerd bent op de e-mails.';

export const DUTCH: LanguageWords = {
  letters: {
    reminder: {
      subject: 'Je herinnering: {{items}}',
      neutralSubject: 'Je herinnering van {{shop}}',
      preheader: 'Op {{asked on}} vroeg je ons om een herinnering.',
      greeting: 'Hier is de herinnering waar je om vroeg',
      intro: '',
      button: 'Opnieuw bestellen',
      outro: '',
      why: 'Je krijgt deze e-mail omdat je {{shop}} op {{asked on}} om een herinnering hebt gevraagd.',
    },
    'follow-up-refill': {
      subject: 'Klaar om na te bestellen: {{items}}',
      neutralSubject: 'Klaar om na te bestellen bij {{shop}}',
      preheader: 'Uit je bestelling van {{ordered on}}, tegen de prijs van vandaag.',
      greeting: 'Binnenkort meer nodig?',
      intro:
        'Dit komt uit je bestelling van {{ordered on}}. De knop vult de winkelwagen; daar beslis je zelf.',
      button: 'Winkelwagen vullen',
      outro: 'Heb je nog genoeg? Dan hoef je niets te doen.',
      why: WHY,
    },
    'follow-up-discovery': {
      subject: 'Een paar ideeën van {{shop}}',
      neutralSubject: 'Een paar ideeën van {{shop}}',
      preheader: 'Een kleine selectie, telkens met de reden.',
      greeting: 'Een paar dingen die je misschien leuk vindt',
      intro: 'Deze kozen we voor je na je bestelling van {{ordered on}}; bij elk staat waarom.',
      button: 'Rondkijken in de winkel',
      outro: 'Niets voor jou? Ook goed.',
      why: WHY,
    },
    'follow-up-generic': {
      subject: 'Bedankt voor je bestelling bij {{shop}}',
      neutralSubject: 'Bedankt voor je bestelling bij {{shop}}',
      preheader: 'Over je bestelling van {{ordered on}}.',
      greeting: 'Bedankt voor je bestelling',
      intro: 'We hopen dat alles goed is met je bestelling van {{ordered on}}.',
      button: 'Naar de winkel',
      outro: '',
      why: WHY,
    },
  },
  stop: { reminder: 'Geen herinneringen meer', 'follow-up': 'Afmelden voor deze e-mails' },
  later: 'Later herinneren',
  choices: 'Je keuzes',
  choose: 'Kiezen',
  sentBy: 'Afzender',
  items: { single: 'artikel', several: 'artikelen' },
  more: { single: 'andere', several: 'andere' },
  unnamed: { single: 'je artikel', several: 'je artikelen' },
  discount: {
    off: (amount) => `${amount} korting`,
    code: 'Je code:',
    until: (day) => `Eén keer geldig, tot en met ${day}.`,
  },
};
