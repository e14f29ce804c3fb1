import type { HotDatabase, HotWriter } from '../../ports';

export interface OpenLayer {
  readonly id: number;
  readonly startedAt: Date;
}

const ANY = `SELECT 1 FROM "Layer" WHERE "shopId" = ? LIMIT 1`;

const CAPS = `SELECT "id", "revenueCapMinor" FROM "Layer" WHERE "shopId" = ?`;

// Not before the shop's past has been read: a cap from a part of it would be too low for ever.
const OPEN = `
  SELECT "id", "startedAt" FROM "Layer" WHERE "shopId" = @shopId AND "capFixedAt" IS NULL AND NOT EXISTS (
    SELECT 1 FROM "Backfill" b WHERE b."shopId" = @shopId AND b."phase" NOT IN ('done', 'failed'))`;

// A buyer is a customer, or a browser without one, or a telephone number; an order of none is somebody of its own.
const SPENDS = `
  SELECT sum("netMinor") AS "spend" FROM "Order"
  WHERE "shopId" = @shopId AND "placedAt" >= @from AND "placedAt" < @until AND "cancelledAt" IS NULL AND "isTest" = 0
    AND "currency" = @currency AND "netMinor" IS NOT NULL
  GROUP BY coalesce('c' || "customerId", 'b' || "browserId", 'p' || "phoneHash", 'o' || "orderId")`;

const FIX = `UPDATE "Layer" SET "revenueCapMinor" = ?, "capFixedAt" = ? WHERE "shopId" = ? AND "id" = ?`;

/** Whether anybody can have been drawn. */
export function hasLayer(hot: HotDatabase, shopId: number): boolean {
  return hot.prepareRead(ANY).get(shopId) !== undefined;
}

/** Caps in minor units by layer; layers without one are absent. */
export function loadCaps(hot: HotDatabase, shopId: number): ReadonlyMap<number, number> {
  const rows = hot.prepareRead(CAPS).all(shopId) as { id: bigint; revenueCapMinor: bigint | null }[];
  return new Map(
    rows.flatMap(({ id, revenueCapMinor }) =>
      revenueCapMinor === null ? [] : [[Number(id), Number(revenueCapMinor)] as const],
    ),
  );
}

/** Layers whose cap may be fixed now. */
export function layersWithoutCap(hot: HotDatabase, shopId: number): readonly OpenLayer[] {
  const rows = hot.prepareRead(OPEN).all({ shopId }) as { id: bigint; startedAt: bigint }[];
  return rows.map(({ id, startedAt }) => ({ id: Number(id), startedAt: new Date(Number(startedAt)) }));
}

/** What each buyer spent from `from` to before `until`, net, in minor units of one currency. */
export function spendsBetween(
  hot: HotDatabase,
  about: { readonly shopId: number; readonly currency: string; readonly from: Date; readonly until: Date },
): readonly number[] {
  const { from, until, ...rest } = about;
  const instants = { from: from.getTime(), until: until.getTime() };
  const rows = hot.prepareRead(SPENDS).all({ ...rest, ...instants }) as { spend: bigint }[];
  return rows.map((row) => Number(row.spend));
}

/** @param fixedAt up to when orders were looked at */
export function saveCap(
  hot: HotWriter,
  layer: { readonly shopId: number; readonly id: number },
  cap: number | null,
  fixedAt: Date,
): void {
  hot.prepare(FIX).run(cap, fixedAt.getTime(), layer.shopId, layer.id);
}
