import { bigId, day, instant, int, orNull, text, type RowOf } from '../db/statement';

/** Every column of the table. */
export const REMINDER = {
  id: text,
  shopId: int,
  state: text,
  checkoutToken: text,
  productId: bigId,
  variantId: orNull(bigId),
  quantity: int,
  remindOn: day,
  offeredOn: day,
  orderId: orNull(bigId),
  keyId: orNull(int),
  email: orNull(text),
  emailHash: orNull(text),
  locale: text,
  wording: text,
  acceptedAt: instant,
  activatedAt: orNull(instant),
  endedAt: orNull(instant),
  endReason: orNull(text),
  snoozes: int,
  occurrence: int,
  customerId: orNull(bigId),
  outsideAt: orNull(instant),
};

/** A shopper's reminder as it is kept. */
export type ReminderRow = RowOf<typeof REMINDER>;

/** Which reminder, of which shop. */
export type ReminderId = Pick<ReminderRow, 'shopId' | 'id'>;
