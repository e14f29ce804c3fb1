import type { HotReader } from '../../db/read-steps.server';
import type { HotWriter } from '../../ports';
import type { ForecastRow } from './forecast-row';

const SAVE_FORECAST = `
  INSERT INTO "Forecast"
    ("shopId", "keyId", "productId", "variantId", "quantity", "purchases", "lastOn", "windowFromOn", "medianOn",
     "windowToOn", "bestOn", "expiresOn", "pReturn", "rank", "evidence", "refreshedAt")
  VALUES (@shopId, @keyId, @productId, @variantId, @quantity, @purchases, @lastOn, @windowFromOn, @medianOn,
     @windowToOn, @bestOn, @expiresOn, @pReturn, @rank, @evidence, @at)
  ON CONFLICT ("shopId", "keyId", "productId") DO UPDATE SET
    "variantId" = excluded."variantId", "quantity" = excluded."quantity", "purchases" = excluded."purchases",
    "lastOn" = excluded."lastOn", "windowFromOn" = excluded."windowFromOn", "medianOn" = excluded."medianOn",
    "windowToOn" = excluded."windowToOn", "bestOn" = excluded."bestOn", "expiresOn" = excluded."expiresOn",
    "pReturn" = excluded."pReturn", "rank" = excluded."rank", "evidence" = excluded."evidence",
    "refreshedAt" = excluded."refreshedAt"`;
const PRODUCTS_OF = `SELECT "productId" FROM "Forecast" WHERE "shopId" = ? AND "keyId" = ?`;
const DROP = `DELETE FROM "Forecast" WHERE "shopId" = ? AND "keyId" = ? AND "productId" = ?`;

/** Replaces everything that is forecast for one key. What stays keeps its place in the table: few pages change. */
export function replaceForecasts(
  hot: HotWriter,
  shopId: number,
  keyId: number,
  rows: readonly ForecastRow[],
  at: Date,
): void {
  const kept = new Set(rows.map((row) => row.productId));
  const known = hot.prepare(PRODUCTS_OF).all(shopId, keyId) as { productId: bigint }[];
  for (const { productId } of known)
    if (!kept.has(productId)) hot.prepare(DROP).run(shopId, keyId, productId);
  const save = hot.prepare(SAVE_FORECAST);
  for (const row of rows) save.run({ ...row, shopId, keyId, at: at.getTime() });
}

const NEWER = `SELECT 1 FROM "Forecast" WHERE "shopId" = ? AND "keyId" = ? AND "refreshedAt" > ? LIMIT 1`;

/** Whether an order that arrived since has already renewed a key's forecasts. */
export function isForecastSince(hot: HotWriter, shopId: number, keyId: number, at: Date): boolean {
  return hot.prepare(NEWER).get(shopId, keyId, at.getTime()) !== undefined;
}

const AFTER_KEYS = `SELECT "keyId" FROM "Forecast" WHERE "shopId" = ? AND "keyId" > ? ORDER BY "keyId" LIMIT 1 OFFSET ?`;
const FORGET = `DELETE FROM "Forecast" WHERE "shopId" = ? AND "keyId" > ? AND "keyId" <= ? AND "refreshedAt" < ?`;

/** The key up to which the next `rows` forecasts after a key reach; null when fewer are left. */
export async function forecastKeyAfter(
  hot: HotReader,
  shopId: number,
  afterKey: number,
  rows: number,
): Promise<number | null> {
  const row = hot.prepareRead(AFTER_KEYS).get(shopId, afterKey, rows) as { keyId: bigint } | undefined;
  return row ? Number(row.keyId) : null;
}

/** Forecasts of a range of keys that a rebuild did not renew belong to keys without purchases of consumables any more. */
export function forgetForecastsBefore(
  hot: HotWriter,
  shopId: number,
  keys: { readonly after: number; readonly upTo: number | null },
  at: Date,
): void {
  hot.prepare(FORGET).run(shopId, keys.after, keys.upTo ?? Number.MAX_SAFE_INTEGER, at.getTime());
}
