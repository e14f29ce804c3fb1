import { instant, orNull, statement } from '../../db/statement';
import type { Reader, Sql, Tx } from '../../ports';
import type { Backfill, BackfillPhase } from './backfill';

const RECONCILED_TO = statement(
  `SELECT "reconciledTo", "startedAt" FROM "Backfill" WHERE "shopId" = :shopId`,
  {
    reconciledTo: orNull(instant),
    startedAt: instant,
  },
);

/** How far the reading of the shop's past has come; null before it starts. */
export async function loadBackfill(db: Reader, shopId: number): Promise<Backfill | null> {
  const row = await db.prisma.backfill.findUnique({ where: { shopId } });
  return row ? { ...row, phase: row.phase as BackfillPhase } : null;
}

export async function saveBackfill(tx: Tx, shopId: number, backfill: Backfill): Promise<void> {
  const { phase, cursor, productsDone, ordersDone, ordersTotal, since, startedAt, finishedAt, error } =
    backfill;
  const data = { phase, cursor, productsDone, ordersDone, ordersTotal, since, startedAt, finishedAt, error };
  await tx.prisma.backfill.upsert({ where: { shopId }, create: { shopId, ...data }, update: data });
}

/** Everything that changed at Shopify up to this instant is in. Null: nothing is known yet. */
export async function loadReconciledTo(db: Sql, shopId: number): Promise<Date | null> {
  const row = await db.first(RECONCILED_TO, { shopId });
  return row ? (row.reconciledTo ?? row.startedAt) : null;
}

export async function saveReconciledTo(tx: Tx, shopId: number, reconciledTo: Date): Promise<void> {
  await tx.prisma.backfill.updateMany({ where: { shopId }, data: { reconciledTo } });
}
