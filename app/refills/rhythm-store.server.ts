import type { ProductRhythm } from '@prisma/client';
import type { HotWriter, Reader } from '../ports';
import { quartileDays, type Rhythm } from './rhythm';

export type RhythmMap = ReadonlyMap<bigint, Rhythm & { readonly repeatBuyers: number }>;

/** The rhythms of these products; a product that is no consumable, or was never judged, has none. */
export async function loadRhythms(
  db: Reader,
  shopId: number,
  productIds: readonly bigint[],
): Promise<RhythmMap> {
  return toMap(await db.productRhythm.findMany({ where: { shopId, productId: { in: [...productIds] } } }));
}

export async function loadAllRhythms(db: Reader, shopId: number): Promise<RhythmMap> {
  return toMap(await db.productRhythm.findMany({ where: { shopId } }));
}

function toMap(rows: readonly ProductRhythm[]): RhythmMap {
  return new Map(
    rows.map(({ productId, logMean, logSd, intervals, buyers, repeatBuyers, source }) => [
      productId,
      { logMean, logSd, intervals, buyers, repeatBuyers, source: source as Rhythm['source'] },
    ]),
  );
}

const SAVE_RHYTHM = `
  INSERT OR REPLACE INTO "ProductRhythm"
    ("shopId", "productId", "intervals", "buyers", "repeatBuyers", "logMean", "logSd", "source", "quartiles", "curve", "refreshedAt")
  VALUES (@shopId, @productId, @intervals, @buyers, @repeatBuyers, @logMean, @logSd, @source, @quartiles, '[]', @at)`;

export function saveRhythm(
  hot: HotWriter,
  shopId: number,
  productId: bigint,
  rhythm: Rhythm & { readonly repeatBuyers: number },
  at: Date,
): void {
  hot.prepare(SAVE_RHYTHM).run({
    ...rhythm,
    shopId,
    productId,
    quartiles: JSON.stringify(quartileDays(rhythm)),
    at: at.getTime(),
  });
}

export function forgetRhythmsBefore(hot: HotWriter, shopId: number, at: Date): void {
  hot
    .prepare('DELETE FROM "ProductRhythm" WHERE "shopId" = ? AND "refreshedAt" < ?')
    .run(shopId, at.getTime());
}
