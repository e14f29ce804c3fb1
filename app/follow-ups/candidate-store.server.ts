import { bigId, instant, orNull, statement } from '../db/statement';
import type { Sql } from '../ports';

/** An order whose moment is near and that has no follow-up yet. */
export interface Candidate {
  readonly orderId: bigint;
  readonly customerId: bigint;
  readonly placedAt: Date;
  readonly fulfilledAt: Date | null;
}

const COUNTED = `o."shopId" = :shopId AND o."orderId" > :after AND o."customerId" IS NOT NULL AND o."cancelledAt" IS NULL
    AND o."isTest" = FALSE
    AND NOT EXISTS (SELECT 1 FROM "FollowUp" f WHERE f."shopId" = o."shopId" AND f."orderId" = o."orderId")`;

const CANDIDATES = statement(
  `
  SELECT o."orderId", o."customerId", o."placedAt", o."fulfilledAt" FROM "Order" o
  WHERE ${COUNTED} AND o."fulfilledAt" IS NULL AND o."placedAt" >= :fromAt AND o."placedAt" < :untilAt
  UNION ALL
  SELECT o."orderId", o."customerId", o."placedAt", o."fulfilledAt" FROM "Order" o
  WHERE ${COUNTED} AND o."fulfilledAt" >= :fromAt AND o."fulfilledAt" < :untilAt
  ORDER BY 1 LIMIT :take`,
  { orderId: bigId, customerId: bigId, placedAt: instant, fulfilledAt: orNull(instant) },
);

/** Orders fulfilled (or, where Shopify says of no fulfilment, placed) in a span of time, by id; of known customers only. */
export function findCandidates(
  db: Sql,
  shopId: number,
  which: { readonly fromAt: Date; readonly untilAt: Date; readonly after: bigint; readonly take: number },
): Promise<readonly Candidate[]> {
  return db.all(CANDIDATES, { shopId, ...which });
}

const TIMES = statement(
  `SELECT "placedAt" FROM "Order" WHERE "shopId" = :shopId AND "customerId" = :customerId AND "cancelledAt" IS NULL
    AND "isTest" = FALSE ORDER BY "placedAt" DESC LIMIT :take`,
  { placedAt: instant },
);

/** When somebody ordered, newest first. */
export async function orderTimes(
  db: Sql,
  shopId: number,
  customerId: bigint,
  take: number,
): Promise<readonly Date[]> {
  return (await db.all(TIMES, { shopId, customerId, take })).map(({ placedAt }) => placedAt);
}
