import type { HotDatabase, Reader } from '../ports';
import type { DailySum } from './daily-sum';
import type { LayerName } from '../holdout/layer';
import type { OutcomeOf } from './outcomes';

/** Of one version of one comparison, up to a day. */
export interface SumsAsked {
  readonly shopId: number;
  readonly of: OutcomeOf;
  readonly layerId: number;
  readonly onDay: number;
  /** Sums up to this day, which a review holds, stay apart from later ones; null when none is locked. */
  readonly reviewedOn: number | null;
}

// Only what is looked at day by day keeps its day; the rest comes added up, so that a long life costs no more rows. What is
// dated after the day (windows still to close, clocks that ran ahead) is left out, but for the exposures, which are named.
const SUMS = `
  SELECT "segment", "arm", "metric",
    CASE WHEN "segment" = 'all' AND "metric" IN ('drawn', 'exposed', 'converted') THEN "dayOn"
      WHEN "dayOn" <= @reviewedOn THEN @reviewedOn ELSE @onDay END AS "day",
    sum("persons") AS "persons", sum("sum") AS "sum", sum("sumSquares") AS "sumSquares",
    sum("sumProducts") AS "sumProducts"
  FROM "ResultSum"
  WHERE "shopId" = @shopId AND "tactic" = @of AND "layerId" = @layerId
    AND ("dayOn" <= @onDay OR ("segment" = 'all' AND "metric" = 'exposed'))
  GROUP BY 1, 2, 3, 4`;

interface SumRow extends Pick<DailySum, 'segment' | 'arm' | 'metric' | 'sum' | 'sumSquares' | 'sumProducts'> {
  readonly day: bigint;
  readonly persons: bigint;
}

/** What a page needs of the sums of one version: its cost does not grow with the number of shoppers. */
export async function versionSums(hot: HotDatabase, asked: SumsAsked): Promise<readonly DailySum[]> {
  const { shopId, of, layerId, onDay } = asked;
  const reviewedOn = asked.reviewedOn ?? onDay;
  const rows = hot.prepareRead(SUMS).all({ shopId, of, layerId, onDay, reviewedOn }) as SumRow[];
  return rows.map(({ day, persons, ...row }) => ({
    ...row,
    tactic: of,
    layerId,
    dayOn: Number(day),
    persons: Number(persons),
  }));
}

/** Persons first exposed by a day, by version. */
export async function exposedByVersion(
  reader: Reader,
  shopId: number,
  of: OutcomeOf,
  onDay: number,
): Promise<ReadonlyMap<number, number>> {
  const rows = await reader.resultSum.groupBy({
    by: ['layerId'],
    where: { shopId, tactic: of, segment: 'all', metric: 'exposed', dayOn: { lte: onDay } },
    _sum: { persons: true },
  });
  return new Map(rows.map((row) => [row.layerId, row._sum.persons ?? 0]));
}

export interface LayerVersion {
  readonly id: number;
  readonly version: number;
  readonly shareBp: number;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly revenueCapMinor: number | null;
  readonly capFixedAt: Date | null;
}

/** Every version of a draw, oldest first. */
export async function layerVersions(
  reader: Reader,
  shopId: number,
  name: LayerName,
): Promise<readonly LayerVersion[]> {
  return reader.layer.findMany({ where: { shopId, name }, orderBy: { version: 'asc' } });
}
