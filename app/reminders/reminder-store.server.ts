import type { Prisma } from '@prisma/client';
import { inParts } from '../db/in-parts';
import { statement } from '../db/statement';
import type { Reader, Sql, Tx } from '../ports';
import type { ReminderEnd, ReminderState } from './reminder';
import { REMINDER, type ReminderId, type ReminderRow } from './reminder-row';

/** States in which a reminder is still to come. */
const OPEN = ['pending', 'active'] as const;

const OF_CHECKOUT = statement(
  `SELECT * FROM "Reminder" WHERE "shopId" = :shopId AND "checkoutToken" = :checkoutToken ORDER BY "remindOn"`,
  REMINDER,
);

const PENDING_OF = statement(
  `SELECT * FROM "Reminder" WHERE "shopId" = :shopId AND "state" = 'pending'
     AND "checkoutToken" IN (SELECT "value" FROM texts(:checkoutTokens))`,
  REMINDER,
);

export async function findReminder(db: Reader, shopId: number, id: string): Promise<ReminderRow | null> {
  return db.prisma.reminder.findFirst({ where: { id, shopId } });
}

export async function findByCheckout(
  db: Reader,
  about: { shopId: number; checkoutToken: string; productId: bigint },
): Promise<ReminderRow | null> {
  return db.prisma.reminder.findUnique({ where: { shopId_checkoutToken_productId: about } });
}

/** Every reminder that a checkout set, whatever became of it. */
export async function remindersOfCheckout(
  db: Sql,
  shopId: number,
  checkoutToken: string,
): Promise<readonly ReminderRow[]> {
  return db.all(OF_CHECKOUT, { shopId, checkoutToken });
}

export async function createReminder(
  tx: Tx,
  reminder: Pick<ReminderRow, 'id' | 'shopId' | 'checkoutToken' | 'productId' | 'quantity' | 'wording'> &
    Partial<Pick<ReminderRow, 'customerId' | 'outsideAt'>> & {
      variantId: bigint;
      remindOn: number;
      offeredOn: number;
      acceptedAt: Date;
    },
): Promise<void> {
  await tx.prisma.reminder.create({ data: { ...reminder, state: 'pending' } });
}

/** More wait for their orders only when somebody invents checkouts: an order comes within seconds, so the oldest has none. */
const PENDING_MAX = 10_000;

/** Lets the oldest reminder without an order go where too many wait. */
export async function makeRoom(tx: Tx, shopId: number): Promise<void> {
  const waiting = { shopId, state: 'pending', orderId: null };
  if ((await tx.prisma.reminder.count({ where: waiting })) < PENDING_MAX) return;
  const oldest = await tx.prisma.reminder.findFirst({ where: waiting, orderBy: { acceptedAt: 'asc' } });
  if (oldest) await tx.prisma.reminder.deleteMany({ where: { shopId, id: oldest.id } });
}

/** Sets a reminder to a day, whatever it was before: a new occurrence, with a mail of its own. */
export async function setDay(
  tx: Tx,
  { shopId, id }: ReminderId,
  to: {
    remindOn: number;
    state: 'pending' | 'active';
    acceptedAt?: Date;
    customerId?: bigint | null;
    isSnooze?: boolean;
  },
): Promise<void> {
  const { remindOn, state, acceptedAt, customerId, isSnooze } = to;
  await tx.prisma.reminder.update({
    where: { shopId_id: { shopId, id } },
    data: {
      remindOn,
      state,
      acceptedAt,
      customerId,
      endedAt: null,
      endReason: null,
      occurrence: { increment: 1 },
      snoozes: isSnooze ? { increment: 1 } : undefined,
    },
  });
}

/** Ends a reminder that is still to come; one that ended already keeps its end. */
export async function endReminder(
  tx: Tx,
  { shopId, id }: ReminderId,
  end: {
    state: Exclude<ReminderState, 'pending' | 'active'>;
    reason: ReminderEnd | null;
    at: Date;
    occurrence?: number;
  },
): Promise<void> {
  const { state, reason, at, occurrence } = end;
  await tx.prisma.reminder.updateMany({
    where: { id, shopId, state: { in: [...OPEN] }, occurrence },
    data: { state, endReason: reason, endedAt: at },
  });
}

export async function stopByCheckout(
  tx: Tx,
  about: { shopId: number; checkoutToken: string; productId: bigint; at: Date },
): Promise<void> {
  const { at, ...where } = about;
  const data = { state: 'stopped', endReason: 'shopper', endedAt: at };
  await tx.prisma.reminder.updateMany({ where: { ...where, state: { in: [...OPEN] } }, data });
}

export async function stopByKey(
  tx: Tx,
  about: { shopId: number; keyId: number; productId: bigint; at: Date },
): Promise<void> {
  const { at, ...where } = about;
  const data = { state: 'stopped', endReason: 'shopper', endedAt: at };
  await tx.prisma.reminder.updateMany({ where: { ...where, state: 'active' }, data });
}

/** What is still to come for one key. */
export async function activeOfKey(
  db: Reader,
  shopId: number,
  keyId: number,
): Promise<readonly ReminderRow[]> {
  return db.prisma.reminder.findMany({
    where: { shopId, keyId, state: 'active' },
    orderBy: { remindOn: 'asc' },
  });
}

export async function pendingByCheckout(
  db: Sql,
  shopId: number,
  checkoutTokens: readonly string[],
): Promise<readonly ReminderRow[]> {
  return db.all(PENDING_OF, { shopId, checkoutTokens });
}

export async function activate(
  tx: Tx,
  { shopId, id }: ReminderId,
  by: {
    orderId: bigint;
    /** Sealed. */
    email: string;
    emailHash: string;
    keyId: number;
    locale: string;
    quantity: number;
    at: Date;
  },
): Promise<void> {
  const { at, ...data } = by;
  await tx.prisma.reminder.updateMany({
    where: { id, shopId, state: 'pending' },
    data: { ...data, state: 'active', activatedAt: at },
  });
}

/** Active reminders that rest on these orders, or that these keys have for these products. */
export async function activeTouchedBy(
  tx: Tx,
  shopId: number,
  about: { orderIds: readonly bigint[]; keyIds: readonly number[]; productIds: readonly bigint[] },
): Promise<readonly ReminderRow[]> {
  const { orderIds, keyIds, productIds } = about;
  const find = (where: Prisma.ReminderWhereInput) =>
    tx.prisma.reminder.findMany({ where: { shopId, state: 'active', ...where } });
  const touched: ReminderRow[] = [];
  for (const part of inParts(orderIds)) touched.push(...(await find({ orderId: { in: part } })));
  // By key alone: an order may have more lines than one statement takes, a person has few reminders.
  for (const part of inParts(keyIds)) touched.push(...(await find({ keyId: { in: part } })));
  const bought = new Set(productIds);
  const own = new Set(orderIds);
  const unique = new Map(touched.map((reminder) => [reminder.id, reminder]));
  return [...unique.values()].filter(
    ({ orderId, productId }) => bought.has(productId) || (orderId !== null && own.has(orderId)),
  );
}

/** Active reminders whose day has come by `todayOn`, and pending ones, in a fixed order. */
export async function openReminders(
  db: Reader,
  shopId: number,
  which: { state: 'active' | 'pending'; dueBy?: number; after: string; take: number },
): Promise<readonly ReminderRow[]> {
  const { state, dueBy, after, take } = which;
  return db.prisma.reminder.findMany({
    where: {
      shopId,
      state,
      remindOn: dueBy === undefined ? undefined : { lte: dueBy },
      id: { gt: after },
    },
    orderBy: { id: 'asc' },
    take,
  });
}

/**
 * Ends all that is still to come for an address, at one instant by which it can be brought back.
 * @param productId only what is about it
 */
export async function stopAddress(
  tx: Tx,
  shopId: number,
  emailHash: string,
  at: Date,
  productId?: bigint,
): Promise<void> {
  await tx.prisma.reminder.updateMany({
    where: { shopId, emailHash, productId, state: 'active' },
    data: { state: 'stopped', endReason: 'unsubscribed', endedAt: at },
  });
}

/** Each comes back as a new occurrence: its old mail may have been skipped meanwhile. */
export async function resumeAddress(
  tx: Tx,
  shopId: number,
  emailHash: string,
  at: Date,
  productId?: bigint,
): Promise<void> {
  await tx.prisma.reminder.updateMany({
    where: { shopId, emailHash, productId, state: 'stopped', endReason: 'unsubscribed', endedAt: at },
    data: { state: 'active', endReason: null, endedAt: null, occurrence: { increment: 1 } },
  });
}
