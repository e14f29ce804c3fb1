import { int, statement } from '../../db/statement';
import type { Sql, Writer } from '../../ports';
import type { ForecastRow } from './forecast-row';

/** Everything that is forecast for one key. */
export interface KeyForecasts {
  readonly keyId: number;
  readonly rows: readonly ForecastRow[];
}

const DROP_OTHERS = statement(`
  DELETE FROM "Forecast" WHERE "shopId" = :shopId AND "keyId" IN (SELECT "value" FROM numbers(:keyIds))
    AND ("keyId", "productId") NOT IN (SELECT r."keyId", r."productId" FROM rows(:kept, "keyId" number, "productId" number) AS r)`);
const SAVE = statement(`
  INSERT INTO "Forecast"
    ("shopId", "keyId", "productId", "variantId", "quantity", "purchases", "lastOn", "windowFromOn", "medianOn",
     "windowToOn", "bestOn", "expiresOn", "pReturn", "rank", "evidence", "refreshedAt")
  SELECT :shopId, r."keyId", r."productId", r."variantId", r."quantity", r."purchases", r."lastOn", r."windowFromOn",
    r."medianOn", r."windowToOn", r."bestOn", r."expiresOn", r."pReturn", r."rank", r."evidence", :at
  FROM rows(:forecasts, "keyId" number, "productId" number, "variantId" number, "quantity" number, "purchases" number,
    "lastOn" number, "windowFromOn" number, "medianOn" number, "windowToOn" number, "bestOn" number, "expiresOn" number,
    "pReturn" real, "rank" real, "evidence" json) AS r
  WHERE TRUE
  ON CONFLICT ("shopId", "keyId", "productId") DO UPDATE SET
    "variantId" = excluded."variantId", "quantity" = excluded."quantity", "purchases" = excluded."purchases",
    "lastOn" = excluded."lastOn", "windowFromOn" = excluded."windowFromOn", "medianOn" = excluded."medianOn",
    "windowToOn" = excluded."windowToOn", "bestOn" = excluded."bestOn", "expiresOn" = excluded."expiresOn",
    "pReturn" = excluded."pReturn", "rank" = excluded."rank", "evidence" = excluded."evidence",
    "refreshedAt" = excluded."refreshedAt"`);

/** Replaces everything that is forecast for these keys. What stays keeps its place in the table: few pages change. */
export async function replaceForecasts(
  tx: Writer,
  shopId: number,
  keys: readonly KeyForecasts[],
  at: Date,
): Promise<void> {
  const forecasts = keys.flatMap(({ keyId, rows }) => rows.map((row) => ({ keyId, ...row })));
  const kept = forecasts.map(({ keyId, productId }) => ({ keyId, productId }));
  await tx.run(DROP_OTHERS, { shopId, keyIds: keys.map(({ keyId }) => keyId), kept });
  await tx.run(SAVE, { shopId, forecasts, at });
}

const NEWER = statement(
  `SELECT DISTINCT "keyId" FROM "Forecast"
  WHERE "shopId" = :shopId AND "keyId" IN (SELECT "value" FROM numbers(:keyIds)) AND "refreshedAt" > :at`,
  { keyId: int },
);

/** Those of the keys whose forecasts an order that arrived since has already renewed. */
export async function keysForecastSince(
  sql: Sql,
  shopId: number,
  keyIds: readonly number[],
  at: Date,
): Promise<ReadonlySet<number>> {
  const newer = await sql.all(NEWER, { shopId, keyIds, at });
  return new Set(newer.map(({ keyId }) => keyId));
}

const AFTER_KEYS = statement(
  `SELECT "keyId" FROM "Forecast" WHERE "shopId" = :shopId AND "keyId" > :after ORDER BY "keyId" LIMIT 1 OFFSET :rows`,
  { keyId: int },
);

/** The key up to which the next `rows` forecasts after a key reach; null when fewer are left. */
export async function forecastKeyAfter(
  sql: Sql,
  shopId: number,
  after: number,
  rows: number,
): Promise<number | null> {
  return (await sql.first(AFTER_KEYS, { shopId, after, rows }))?.keyId ?? null;
}

const FORGET = statement(`
  DELETE FROM "Forecast"
  WHERE "shopId" = :shopId AND "keyId" > :after AND "keyId" <= :upTo AND "refreshedAt" < :at`);
/** The largest key there can be: ids of ours have 32 bits. */
const LAST_KEY = 2 ** 31 - 1;

/** Forecasts of a range of keys that a rebuild did not renew belong to keys without purchases of consumables any more. */
export async function forgetForecastsBefore(
  tx: Writer,
  shopId: number,
  { after, upTo }: { readonly after: number; readonly upTo: number | null },
  at: Date,
): Promise<void> {
  await tx.run(FORGET, { shopId, after, upTo: upTo ?? LAST_KEY, at });
}
