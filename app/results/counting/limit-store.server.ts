import { instant, int, orNull, statement } from '../../db/statement';
import { WHO_BOUGHT } from '../../orders/who-bought-store.server';
import type { Sql } from '../../ports';

export interface OpenLayer {
  readonly id: number;
  readonly startedAt: Date;
}

const ANY = statement(`SELECT "id" FROM "Layer" WHERE "shopId" = :shopId LIMIT 1`, { id: int });

const LIMITS = statement(`SELECT "id", "revenueCapMinor" FROM "Layer" WHERE "shopId" = :shopId`, {
  id: int,
  revenueCapMinor: orNull(int),
});

// Not before the shop's past has been read: a limit from a part of it would be too low for ever.
const OPEN = statement(
  `
  SELECT "id", "startedAt" FROM "Layer" WHERE "shopId" = :shopId AND "capFixedAt" IS NULL AND NOT EXISTS (
    SELECT 1 FROM "Backfill" b WHERE b."shopId" = :shopId AND b."phase" NOT IN ('done', 'failed'))`,
  { id: int, startedAt: instant },
);

const SPENDS = statement(
  `
  SELECT sum("netMinor") AS "spend" FROM "Order"
  WHERE "shopId" = :shopId AND "placedAt" >= :from AND "placedAt" < :until AND "cancelledAt" IS NULL
    AND "isTest" = FALSE AND "currency" = :currency AND "netMinor" IS NOT NULL
  GROUP BY ${WHO_BOUGHT}`,
  { spend: int },
);

/** Whether anybody can have been drawn. */
export async function hasLayer(db: Sql, shopId: number): Promise<boolean> {
  return (await db.first(ANY, { shopId })) !== null;
}

/** Limits in minor units by layer; layers without one are absent. */
export async function loadLimits(db: Sql, shopId: number): Promise<ReadonlyMap<number, number>> {
  const layers = await db.all(LIMITS, { shopId });
  return new Map(
    layers.flatMap(({ id, revenueCapMinor }) =>
      revenueCapMinor === null ? [] : [[id, revenueCapMinor] as const],
    ),
  );
}

/** Layers whose limit may be fixed now. */
export function layersWithoutLimit(db: Sql, shopId: number): Promise<readonly OpenLayer[]> {
  return db.all(OPEN, { shopId });
}

/** What each buyer spent from `from` to before `until`, net, in minor units of one currency. */
export async function spendsBetween(
  db: Sql,
  about: { readonly shopId: number; readonly currency: string; readonly from: Date; readonly until: Date },
): Promise<readonly number[]> {
  return (await db.all(SPENDS, about)).map((row) => row.spend);
}
