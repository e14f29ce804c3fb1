import { bigId, int, oneOf, real, statement } from '../../db/statement';
import type { Sql, Writer } from '../../ports';
import {
  quartileDays,
  RHYTHM_SOURCES,
  type MeasuredRhythm,
  type Rhythm,
  type StoredRhythm,
} from '../fold/rhythm';

export type RhythmMap = ReadonlyMap<bigint, Rhythm>;

const ALL = `SELECT "productId", "intervals", "buyers", "repeatBuyers", "logMean", "logSd", "source", "recentPurchases",
    "usualPurchases", "repeatShare", "priorLogMean", "priorShare"
  FROM "ProductRhythm" WHERE "shopId" = :shopId`;
const RHYTHM = {
  productId: bigId,
  intervals: int,
  buyers: int,
  repeatBuyers: int,
  logMean: real,
  logSd: real,
  source: oneOf(RHYTHM_SOURCES),
  recentPurchases: int,
  usualPurchases: real,
  repeatShare: real,
  priorLogMean: real,
  priorShare: real,
};
const OF_SHOP = statement(ALL, RHYTHM);
const OF_PRODUCTS = statement(`${ALL} AND "productId" IN (SELECT "value" FROM numbers(:productIds))`, RHYTHM);

/** The rhythms of these products; a product that is no consumable, or was never judged, has none. */
export async function loadRhythms(
  sql: Sql,
  shopId: number,
  productIds: Iterable<bigint>,
): Promise<ReadonlyMap<bigint, StoredRhythm>> {
  const rows = await sql.all(OF_PRODUCTS, { shopId, productIds: [...productIds] });
  return new Map(rows.map(({ productId, ...rhythm }) => [productId, rhythm]));
}

/** The rhythms of all consumables of a shop. */
export async function loadAllRhythms(sql: Sql, shopId: number): Promise<RhythmMap> {
  const rows = await sql.all(OF_SHOP, { shopId });
  return new Map(rows.map(({ productId, ...rhythm }) => [productId, rhythm]));
}

const SAVE = statement(`
  INSERT INTO "ProductRhythm" ("shopId", "productId", "intervals", "buyers", "repeatBuyers", "logMean", "logSd", "source",
    "recentPurchases", "usualPurchases", "repeatShare", "priorLogMean", "priorShare", "quartiles", "curve", "refreshedAt")
  SELECT :shopId, r."productId", r."intervals", r."buyers", r."repeatBuyers", r."logMean", r."logSd", r."source",
    r."recentPurchases", r."usualPurchases", r."repeatShare", r."priorLogMean", r."priorShare", r."quartiles", r."curve", :at
  FROM rows(:rhythms, "productId" number, "intervals" number, "buyers" number, "repeatBuyers" number, "logMean" real,
    "logSd" real, "source" text, "recentPurchases" number, "usualPurchases" real, "repeatShare" real,
    "priorLogMean" real, "priorShare" real, "quartiles" json, "curve" json) AS r
  WHERE TRUE
  ON CONFLICT ("shopId", "productId") DO UPDATE SET
    "intervals" = excluded."intervals", "buyers" = excluded."buyers", "repeatBuyers" = excluded."repeatBuyers",
    "logMean" = excluded."logMean", "logSd" = excluded."logSd", "source" = excluded."source",
    "recentPurchases" = excluded."recentPurchases", "usualPurchases" = excluded."usualPurchases",
    "repeatShare" = excluded."repeatShare", "priorLogMean" = excluded."priorLogMean",
    "priorShare" = excluded."priorShare", "quartiles" = excluded."quartiles", "curve" = excluded."curve",
    "refreshedAt" = excluded."refreshedAt"`);

/** Keeps rhythms as they are measured now. */
export async function saveRhythms(
  tx: Writer,
  shopId: number,
  measured: Iterable<readonly [bigint, MeasuredRhythm]>,
  at: Date,
): Promise<void> {
  const rhythms = Array.from(measured, ([productId, rhythm]) => ({
    ...rhythm,
    productId,
    quartiles: quartileDays(rhythm),
  }));
  await tx.run(SAVE, { shopId, rhythms, at });
}

const FORGET = statement(`DELETE FROM "ProductRhythm" WHERE "shopId" = :shopId AND "refreshedAt" < :at`);

/** Products that are no consumables any more. */
export async function forgetRhythmsBefore(tx: Writer, shopId: number, at: Date): Promise<void> {
  await tx.run(FORGET, { shopId, at });
}
