import type { FollowUpCount } from '../../follow-ups/count-follow-ups.server';
import type { FollowUpLetter, NotDueReason } from '../../follow-ups/follow-up';
import { mailReasonWords } from './reminder-words';

const LETTERS: Readonly<Record<FollowUpLetter, string>> = {
  refill: 'to reorder',
  discovery: 'to discover',
  generic: 'your general letter',
};

const NOT_DUE: Readonly<Record<NotDueReason, string>> = {
  missed: 'Larder could not look for two days',
  'switched-off': 'the module was off',
  uninstalled: 'Larder was uninstalled',
  'no-legal-details': 'your legal name or address was missing',
  'order-cancelled': 'the order was cancelled',
  refunded: 'the order was refunded, or never paid',
  subscription: 'the order came from a subscription',
  'ordered-again': 'they ordered again meanwhile',
  'recent-follow-up': 'they had one within four weeks',
  'no-customer': 'no customer with an email address',
  'not-subscribed': 'not subscribed to your marketing emails',
  unsubscribed: 'they want no such mail',
  'opted-out': 'they switched it off',
  snoozed: 'they put a reminder off to a later day',
  capped: 'they had enough mail that week',
  'nothing-to-show': 'nothing to show',
};

/** What became of orders’ moments, in a line. */
export function followUpWords({ state, reason, letter }: Omit<FollowUpCount, 'count'>): string {
  const about = letter === null ? '' : `, ${LETTERS[letter]}`;
  switch (state) {
    case 'waiting':
      return 'Due within a day';
    case 'skipped':
      return `Nothing due: ${Object.hasOwn(NOT_DUE, reason ?? '') ? NOT_DUE[reason as NotDueReason] : (reason ?? 'no reason kept')}`;
    case 'planned':
      return `On its way${about}`;
    case 'sent':
      return `${reason === 'result-unknown' ? 'May not have arrived' : 'Sent'}${about}`;
    case 'ended':
      return `Not sent${about}: ${mailReasonWords(reason)}`;
  }
}
