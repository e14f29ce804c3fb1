import type { ListedReminder } from '../../reminders/list-reminders.server';
import type { ReminderEnd, ReminderState } from '../../reminders/reminder';

type Words = Readonly<Record<string, string>>;

const STATES: Readonly<Record<ReminderState, string>> = {
  pending: 'Waiting for its order',
  active: 'Waiting',
  sent: 'Sent',
  bought: 'Bought before the day',
  stopped: 'Stopped',
  expired: 'Not sent',
};

const ENDS: Readonly<Record<ReminderEnd, string>> = {
  shopper: 'by the shopper',
  unsubscribed: 'unsubscribed',
  'came-back': 'mail to this address came back',
  complained: 'the reader reported a mail as spam',
  'opted-out': 'the shopper switched reminders off',
  'order-cancelled': 'the order was cancelled',
  refunded: 'the product was refunded, or the order never paid',
  'not-in-order': 'the order did not hold the product',
  'other-customer': 'the order was another customer’s',
  subscribed: 'the shopper subscribed to it meanwhile',
  'bought-again': 'bought again',
  'no-address': 'the order had no email address',
  'no-order': 'its order never came',
  'switched-off': 'the module was off',
  'no-legal-details': 'your legal name or address was missing',
  uninstalled: 'Larder was uninstalled',
  unpublished: 'the product is no longer on sale',
  'out-of-stock': 'the product was out of stock',
  capped: 'the shopper had enough mail that week',
  'too-late': 'the day had passed',
  refused: 'the mail server takes nothing for this address',
  'not-sent': 'you found that it did not go out',
  'result-unknown': 'it may not have arrived',
};

const OUTCOMES: Words = {
  planned: 'Not sent yet',
  claimed: 'Being sent',
  sent: 'Sent',
  skipped: 'Not sent',
  held: 'May not have arrived',
  failed: 'Not sent',
};

/** Why a planned mail waits, and reasons that only mails have. */
const MAIL_REASONS: Words = {
  ...ENDS,
  'not-subscribed': 'not subscribed to your marketing emails',
  'quiet-hours': 'waiting for the morning',
  'facts-stale': 'price and stock are asked again',
  stopped: 'the shopper stopped it',
  snoozed: 'the shopper chose a later day',
  erased: 'the shopper was erased',
  complaints: 'waiting until you let mail go out again',
  'new-sender': 'a new sender begins with few mails a day',
  throttled: 'waiting its turn',
  'asked-to-wait': 'the mail server asked to wait',
  'sender-refused': 'the mail server refuses Larder’s mail',
  'login-refused': 'the mail server does not let Larder in',
  unreachable: 'the mail server could not be reached',
};

/** A reminder's state, with the reason where the state alone does not say it. */
export function stateWords({
  state,
  reason,
  snoozes,
}: Pick<ListedReminder, 'state' | 'reason' | 'snoozes'>): string {
  if (reason !== null && (state === 'stopped' || state === 'expired'))
    return `${STATES[state]}: ${ENDS[reason]}`;
  return state === 'active' && snoozes > 0 ? `${STATES[state]}, put off by the shopper` : STATES[state];
}

/** Why a mail did not go out, or waits. */
export function mailReasonWords(reason: string | null): string {
  if (reason === null) return 'no reason kept';
  return Object.hasOwn(MAIL_REASONS, reason) ? (MAIL_REASONS[reason] ?? reason) : reason;
}

/** What became of a mail, and why. */
export function outcomeWords(state: string, reason: string | null): string {
  const words = OUTCOMES[state] ?? state;
  return reason === null || state === 'held' ? words : `${words}: ${mailReasonWords(reason)}`;
}
