import type { Prisma } from '@prisma/client';
import { bigId, instant, int, oneOf, orNull, statement, text } from '../db/statement';
import type { HeldChoice } from '../mail/held/held-choice';
import type { Reader, Sql, Tx } from '../ports';
import {
  FOLLOW_UP_LETTERS,
  FOLLOW_UP_STATES,
  followUpItemsSchema,
  type FollowUpEnd,
  type FollowUpItem,
  type FollowUpLetter,
  type FollowUpState,
  type NotDueReason,
} from './follow-up';
import type { GivenDiscount } from './follow-up-subject';

const INSERT = statement(
  `INSERT INTO "FollowUp" ("shopId", "id", "orderId", "customerId", "dueAt", "placedAt", "state", "locale", "mayDiscount")
  SELECT :shopId, r."id", r."orderId", r."customerId", r."dueAt", r."placedAt", 'waiting', 'en', FALSE
  FROM rows(:found, "id" text, "orderId" number, "customerId" number, "dueAt" instant, "placedAt" instant) AS r
  WHERE TRUE ON CONFLICT ("shopId", "orderId") DO NOTHING`,
);

/** Notes the moments of orders; one that an order has already stays. */
export async function insertWaiting(
  tx: Tx,
  shopId: number,
  found: readonly {
    readonly id: string;
    readonly orderId: bigint;
    readonly customerId: bigint;
    readonly dueAt: Date;
    readonly placedAt: Date;
  }[],
): Promise<void> {
  await tx.run(INSERT, { shopId, found });
}

export interface WaitingFollowUp {
  readonly shopId: number;
  readonly id: string;
  readonly orderId: bigint;
  readonly customerId: bigint;
  readonly dueAt: Date;
  readonly placedAt: Date;
}

const DUE = statement(
  `SELECT "shopId", "id", "orderId", "customerId", "dueAt", "placedAt" FROM "FollowUp"
  WHERE "state" = 'waiting' AND "dueAt" <= :now AND "shopId" NOT IN (SELECT "value" FROM numbers(:besides)) ORDER BY "dueAt", "shopId", "id" LIMIT :take`,
  { shopId: int, id: text, orderId: bigId, customerId: bigId, dueAt: instant, placedAt: instant },
);

/** Whose moment has come, in all shops but these, the longest due first. */
export function dueFollowUps(
  db: Sql,
  which: { readonly now: Date; readonly besides: readonly number[]; readonly take: number },
): Promise<readonly WaitingFollowUp[]> {
  return db.all(DUE, which);
}

const NEXT = statement(`SELECT min("dueAt") AS "at" FROM "FollowUp" WHERE "state" = 'waiting'`, {
  at: orNull(instant),
});

export async function nextDueAt(db: Sql): Promise<Date | null> {
  return (await db.first(NEXT, {}))?.at ?? null;
}

const OUTCOMES = statement(
  `SELECT "state", "reason", "letter", count(*) AS "count" FROM "FollowUp" WHERE "shopId" = :shopId
  GROUP BY "state", "reason", "letter"`,
  {
    ...{ state: oneOf(FOLLOW_UP_STATES), reason: orNull(text) },
    ...{ letter: orNull(oneOf(FOLLOW_UP_LETTERS)), count: int },
  },
);

export function countOutcomes(db: Sql, shopId: number) {
  return db.all(OUTCOMES, { shopId });
}

type Id = Pick<WaitingFollowUp, 'shopId' | 'id'>;

/** @returns false when somebody else has decided on it meanwhile */
export async function markSkipped(
  tx: Tx,
  { shopId, id }: Id,
  reason: NotDueReason,
  at: Date,
): Promise<boolean> {
  const where = { shopId, id, state: 'waiting' };
  const done = await tx.prisma.followUp.updateMany({
    where,
    data: { state: 'skipped', reason, decidedAt: at },
  });
  return done.count === 1;
}

export async function isWaiting(tx: Tx, { shopId, id }: Id): Promise<boolean> {
  return (await tx.prisma.followUp.count({ where: { shopId, id, state: 'waiting' } })) === 1;
}

export async function markPlanned(
  tx: Tx,
  { shopId, id }: Id,
  planned: {
    readonly keyId: number;
    readonly letter: FollowUpLetter;
    readonly items: readonly FollowUpItem[];
    readonly email: string;
    readonly emailHash: string;
    readonly locale: string;
    readonly mayDiscount: boolean;
    readonly at: Date;
  },
): Promise<void> {
  const { items, at, ...rest } = planned;
  await tx.prisma.followUp.update({
    where: { shopId_id: { shopId, id } },
    data: { ...rest, items: toJson(items), state: 'planned', reason: null, decidedAt: at },
  });
}

function toJson(items: readonly FollowUpItem[]): Prisma.InputJsonArray {
  return items.map(({ productId, variantId, ...item }) => ({
    ...item,
    productId: `${productId}`,
    variantId: `${variantId}`,
  }));
}

type FollowUpRow = NonNullable<Awaited<ReturnType<typeof findRow>>>;

/** One that is known to the outbox, with its items. */
export async function findFollowUp(db: Reader, shopId: number, id: string) {
  const row = await findRow(db, shopId, id);
  return row && { ...row, items: followUpItemsSchema.catch([]).parse(row.items ?? []) };
}

function findRow(db: Reader, shopId: number, id: string) {
  return db.prisma.followUp.findUnique({ where: { shopId_id: { shopId, id } } });
}

type DiscountColumns = Pick<
  FollowUpRow,
  'discountState' | 'discountCode' | 'discountEndsAt' | 'discountPercent' | 'discountMinor'
>;

/** The discount of a letter, if Shopify made one. */
export function givenDiscount(row: DiscountColumns): GivenDiscount | null {
  const { discountState, discountCode: code, discountEndsAt: endsAt, discountPercent, discountMinor } = row;
  if (discountState !== 'made' || code === null || endsAt === null) return null;
  if (discountPercent !== null) return { code, endsAt, worth: { kind: 'percent', percent: discountPercent } };
  return discountMinor === null ? null : { code, endsAt, worth: { kind: 'amount', minor: discountMinor } };
}

/** Its letter went out, or never will. The address is needed no more, but for one that may have to be sent again. */
export async function endFollowUp(
  tx: Tx,
  { shopId, id }: Id,
  end: {
    readonly state: Extract<FollowUpState, 'sent' | 'ended'>;
    readonly reason: FollowUpEnd | null;
    readonly at: Date;
  },
): Promise<void> {
  const { state, reason, at } = end;
  const address = reason === 'result-unknown' ? {} : { email: null };
  await tx.prisma.followUp.updateMany({
    where: { shopId, id },
    data: { state, reason, endedAt: at, ...address },
  });
}

/** What the merchant found out about a letter that may not have gone out, or did not. */
export async function settleEnd(tx: Tx, { shopId, id }: Id, found: HeldChoice, at: Date): Promise<void> {
  const data = {
    sent: { state: 'sent', reason: null, email: null, endedAt: at },
    'not-sent': { state: 'ended', reason: 'not-sent', endedAt: at },
    'send-again': { state: 'planned', reason: null, endedAt: null },
  }[found];
  await tx.prisma.followUp.updateMany({
    where: { shopId, id, reason: { in: ['result-unknown', 'not-sent'] } },
    data,
  });
}

/** Stops what is on its way to an address, or (`undo`) lets go out again what was stopped at that instant. */
export async function stopAddress(
  tx: Tx,
  { shopId, emailHash, at, undo }: { shopId: number; emailHash: string; at: Date; undo: boolean },
): Promise<void> {
  const [from, to] = undo
    ? [
        { state: 'ended', reason: 'unsubscribed', endedAt: at },
        { state: 'planned', reason: null, endedAt: null },
      ]
    : [{ state: 'planned' }, { state: 'ended', reason: 'unsubscribed', endedAt: at }];
  await tx.prisma.followUp.updateMany({ where: { shopId, emailHash, ...from }, data: to });
}

/** What was skipped long ago answers no question any more. */
export async function forgetSkipped(tx: Tx, shopId: number, before: Date): Promise<void> {
  await tx.prisma.followUp.deleteMany({ where: { shopId, state: 'skipped', decidedAt: { lt: before } } });
}
