import { instant, int, orNull, statement } from '../../db/statement';
import type { Sql, Tx } from '../../ports';
import type { DelayReason } from '../outbox/message';

const FIRST = statement(
  `SELECT MIN("sentOnAt") AS "at" FROM "Message" WHERE "shopId" = :shopId AND "sentOnAt" IS NOT NULL`,
  { at: orNull(instant) },
);

/** When a shop's first mail went out, on Larder's clock; null before it. */
export async function firstSentAt(db: Sql, shopId: number): Promise<Date | null> {
  return (await db.first(FIRST, { shopId }))?.at ?? null;
}

const SENT_SINCE = statement(
  `SELECT COUNT(*) AS "mails" FROM "Message" WHERE "shopId" = :shopId AND "sentOnAt" >= :from`,
  { mails: int },
);

/** Mails of a shop that went out, or may have, since an instant of Larder's clock. */
export async function sentSince(db: Sql, shopId: number, from: Date): Promise<number> {
  return (await db.first(SENT_SINCE, { shopId, from }))?.mails ?? 0;
}

/** Which planned messages of a shop are put off: these, or all that are due. */
interface PutOff {
  readonly shopId: number;
  readonly ids: readonly string[] | null;
  readonly now: Date;
  readonly reason: DelayReason;
}

function planned({ shopId, ids, now }: PutOff) {
  return { shopId, state: 'planned', dueAt: { lte: now }, ...(ids ? { id: { in: [...ids] } } : {}) };
}

/** Until an instant of Larder's clock. */
export async function putOff(tx: Tx, which: PutOff & { readonly until: Date }): Promise<void> {
  const data = { reason: which.reason, dueAt: which.until };
  await tx.prisma.message.updateMany({ where: planned(which), data });
}

/** Until an instant of the wall clock. */
export async function putOffByWall(tx: Tx, which: PutOff & { readonly notBefore: Date }): Promise<void> {
  const { reason, notBefore } = which;
  await tx.prisma.message.updateMany({ where: planned(which), data: { reason, notBefore } });
}

/** What waited for a reason that is over is due again. */
export async function endWaiting(tx: Tx, shopId: number, reason: DelayReason): Promise<void> {
  const where = { shopId, state: 'planned', reason };
  await tx.prisma.message.updateMany({ where, data: { reason: null, notBefore: null } });
}
