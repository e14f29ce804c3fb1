import type { HeldChoice } from '../../mail/held/held-choice';
import type { Settled } from '../../mail/held/settle-held.server';
import type { Answer } from '../../ui/answer';

const DONE: Readonly<Record<HeldChoice, string>> = {
  sent: 'Noted as sent',
  'not-sent': 'Noted as not sent',
  'send-again': 'It is checked again and sent if it still may be',
};

/** What settling a held mail came to, in words. */
export function settledWords({ result }: Settled, choice: HeldChoice): Omit<Answer, 'at'> {
  switch (result) {
    case 'settled':
      return { message: DONE[choice] };
    case 'not-held':
      return { message: 'This mail was settled meanwhile' };
    case 'too-late':
      return { problem: 'Its day has passed: it is too late to send this mail.' };
    case 'too-soon':
      return { problem: 'The mail server may still answer. Try again in ten minutes.' };
  }
}
