import type { HotReader } from '../../db/read-steps.server';
import type { HotWriter } from '../../ports';
import { quartileDays, type MeasuredRhythm, type Rhythm, type StoredRhythm } from '../fold/rhythm';

export type RhythmMap = ReadonlyMap<bigint, Rhythm>;

const COLUMNS = `"intervals", "buyers", "repeatBuyers", "logMean", "logSd", "source", "recentPurchases", "usualPurchases",
  "repeatShare", "priorLogMean", "priorShare"`;
const ONE = `SELECT ${COLUMNS} FROM "ProductRhythm" WHERE "shopId" = ? AND "productId" = ?`;
const ALL = `SELECT "productId", ${COLUMNS} FROM "ProductRhythm" WHERE "shopId" = ?`;

type Row = Omit<StoredRhythm, 'intervals' | 'buyers' | 'repeatBuyers' | 'recentPurchases'> &
  Record<'intervals' | 'buyers' | 'repeatBuyers' | 'recentPurchases', bigint>;

/** The rhythms of these products; a product that is no consumable, or was never judged, has none. */
export async function loadRhythms(
  hot: HotReader,
  shopId: number,
  productIds: Iterable<bigint>,
): Promise<ReadonlyMap<bigint, StoredRhythm>> {
  const rhythms = new Map<bigint, StoredRhythm>();
  for (const productId of productIds) {
    const row = hot.prepareRead(ONE).get(shopId, productId) as Row | undefined;
    if (row) rhythms.set(productId, toRhythm(row));
  }
  return rhythms;
}

export async function loadAllRhythms(hot: HotReader, shopId: number): Promise<RhythmMap> {
  const rows = hot.prepareRead(ALL).all(shopId) as (Row & { productId: bigint })[];
  return new Map(rows.map(({ productId, ...row }) => [productId, toRhythm(row)]));
}

function toRhythm({ intervals, buyers, repeatBuyers, recentPurchases, ...row }: Row): StoredRhythm {
  return {
    ...row,
    intervals: Number(intervals),
    buyers: Number(buyers),
    repeatBuyers: Number(repeatBuyers),
    recentPurchases: Number(recentPurchases),
  };
}

const SAVE_RHYTHM = `
  INSERT OR REPLACE INTO "ProductRhythm" ("shopId", "productId", ${COLUMNS}, "quartiles", "curve", "refreshedAt")
  VALUES (@shopId, @productId, @intervals, @buyers, @repeatBuyers, @logMean, @logSd, @source, @recentPurchases,
    @usualPurchases, @repeatShare, @priorLogMean, @priorShare, @quartiles, @curve, @at)`;

export function saveRhythms(
  hot: HotWriter,
  shopId: number,
  rhythms: Iterable<readonly [bigint, MeasuredRhythm]>,
  at: Date,
): void {
  const save = hot.prepare(SAVE_RHYTHM);
  for (const [productId, rhythm] of rhythms) {
    const curve = JSON.stringify(rhythm.curve);
    const quartiles = JSON.stringify(quartileDays(rhythm));
    save.run({ ...rhythm, shopId, productId, quartiles, curve, at: at.getTime() });
  }
}

/** Products that are no consumables any more. */
export function forgetRhythmsBefore(hot: HotWriter, shopId: number, at: Date): void {
  hot
    .prepare('DELETE FROM "ProductRhythm" WHERE "shopId" = ? AND "refreshedAt" < ?')
    .run(shopId, at.getTime());
}
