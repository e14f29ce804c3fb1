/** A shopper's wish to be told near a day. `bought`: they bought the product again before it. */
export type ReminderState = 'pending' | 'active' | 'sent' | 'stopped' | 'bought' | 'expired';

/** Why a reminder ended; with its state the whole story. */
export type ReminderEnd =
  | 'shopper' // stopped by the shopper, where it was set
  | 'unsubscribed'
  | 'came-back'
  | 'complained'
  | 'opted-out'
  | 'order-cancelled'
  | 'refunded'
  | 'not-in-order'
  | 'subscribed'
  | 'bought-again'
  | 'no-address'
  | 'other-customer' // set in the session of one customer, on the order of another
  | 'no-order' // the order that was to bring the address never came
  | 'switched-off'
  | 'no-legal-details'
  | 'uninstalled'
  | 'unpublished'
  | 'out-of-stock'
  | 'capped'
  | 'too-late'
  | 'refused'
  | 'not-sent' // held, and the merchant found that its mail never went out
  | 'result-unknown';

/** The words the shopper agreed to; a new wording gets a new name. */
export const WORDINGS = ['v1'] as const;

/** Days from today: an offer lies within the first two, a choice within the other two. */
export const OFFER_FROM_DAYS = 7;
export const OFFER_TO_DAYS = 180;
export const CHOICE_FROM_DAYS = 1;
export const CHOICE_TO_DAYS = 365;

/** More than almost any order holds; the page shows the soonest few and says how many more there are. */
export const OFFERS_MAX = 50;

/** A reminder whose order has not come after so many days is dropped: nobody is there to write to. */
export const PENDING_DAYS = 7;

/** Minutes past local midnight at which a reminder's mail is meant to go out. */
export const SEND_AT_MINUTES = 9 * 60;

export function isToCome({ state }: { readonly state: string }): boolean {
  return state === 'pending' || state === 'active';
}

/** The mail's key: one for each day that a reminder was ever set to. */
export function reminderKey(reminder: { readonly id: string; readonly occurrence: number }): string {
  return `reminder:${reminder.id}:${reminder.occurrence}`;
}
