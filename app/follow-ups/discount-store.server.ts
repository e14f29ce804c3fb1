import { int, statement } from '../db/statement';
import type { Reader, Sql, Tx } from '../ports';

const RESERVED = statement(
  `SELECT count(*) AS "n" FROM "FollowUp" WHERE "shopId" = :shopId AND "discountMonth" = :month`,
  { n: int },
);

/** Codes that were made, or are being made, in a month of the shop. */
export async function discountsIn(db: Sql, shopId: number, month: number): Promise<number> {
  return (await db.first(RESERVED, { shopId, month }))?.n ?? 0;
}

interface Id {
  readonly shopId: number;
  readonly id: string;
}

export async function reserveDiscount(
  tx: Tx,
  { shopId, id }: Id,
  reserved: {
    readonly discountCode: string;
    readonly discountEndsAt: Date;
    readonly discountMonth: number;
    readonly discountPercent: number | null;
    readonly discountMinor: number | null;
  },
): Promise<void> {
  await tx.prisma.followUp.update({
    where: { shopId_id: { shopId, id } },
    data: { discountState: 'reserved', ...reserved },
  });
}

export async function markDiscount(
  tx: Tx,
  { shopId, id }: Id,
  to: { readonly discountState: 'made' | 'not-made' | 'gone'; readonly discountId?: string | null },
): Promise<void> {
  // What was never made is taken from no budget.
  const freed = to.discountState === 'not-made' ? { discountMonth: null, discountCode: null } : {};
  await tx.prisma.followUp.updateMany({ where: { shopId, id }, data: { ...to, ...freed } });
}

/** Codes that nobody needs any more: their time is over, or their letter never went out. */
export async function endedDiscounts(
  db: Reader,
  shopId: number,
  { now, take }: { readonly now: Date; readonly take: number },
) {
  return db.prisma.followUp.findMany({
    where: {
      shopId,
      discountState: { in: ['reserved', 'made'] },
      OR: [{ discountEndsAt: { lt: now } }, { state: 'ended' }],
    },
    select: { shopId: true, id: true, discountCode: true },
    orderBy: { id: 'asc' },
    take,
  });
}
