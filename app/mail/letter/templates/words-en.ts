import type { LanguageWords } from './language-words';

const WHY =
  'You get this email because you ordered at {{shop}} on {{ordered on}} and are subscribed to its emails.';

export const ENGLISH: LanguageWords = {
  letters: {
    reminder: {
      subject: 'Your reminder: {{items}}',
      neutralSubject: 'Your reminder from {{shop}}',
      preheader: 'You asked us on {{asked on}} to remind you.',
      greeting: 'Here is the reminder you asked for',
      intro: '',
      button: 'Reorder',
      outro: '',
      why: 'You get this email because you asked {{shop}} on {{asked on}} to remind you.',
    },
    'follow-up-refill': {
      subject: 'Ready to reorder: {{items}}',
      neutralSubject: 'Ready to reorder at {{shop}}',
      preheader: 'From your order of {{ordered on}}, at today’s price.',
      greeting: 'Need more soon?',
      intro: 'This is from your order of {{ordered on}}. The button fills the cart; you decide there.',
      button: 'Fill the cart',
      outro: 'Still have enough? Then there is nothing to do.',
      why: WHY,
    },
    'follow-up-discovery': {
      subject: 'A few ideas from {{shop}}',
      neutralSubject: 'A few ideas from {{shop}}',
      preheader: 'A small selection, with the reason for each.',
      greeting: 'A few things you might like',
      intro: 'We picked these for you after your order of {{ordered on}}, and say with each one why.',
      button: 'Look around the shop',
      outro: 'Nothing for you? That is fine.',
      why: WHY,
    },
    'follow-up-generic': {
      subject: 'Thank you for your order at {{shop}}',
      neutralSubject: 'Thank you for your order at {{shop}}',
      preheader: 'About your order of {{ordered on}}.',
      greeting: 'Thank you for your order',
      intro: 'We hope that all is well with what you ordered on {{ordered on}}.',
      button: 'Visit the shop',
      outro: '',
      why: WHY,
    },
  },
  stop: { reminder: 'Stop reminders', 'follow-up': 'Unsubscribe from these emails' },
  later: 'Remind me later',
  choices: 'Your choices',
  choose: 'Choose',
  sentBy: 'Sent by',
  items: { single: 'item', several: 'items' },
  more: { single: 'more', several: 'more' },
  unnamed: { single: 'your item', several: 'your items' },
  discount: {
    off: (amount) => `${amount} off`,
    code: 'Your code:',
    until: (day) => `Valid once, until ${day}.`,
  },
};
