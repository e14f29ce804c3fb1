import { setImmediate as nextTurn } from 'node:timers/promises';
import { day, int, real, statement } from '../../db/statement';
import type { Reader, Sql } from '../../ports';
import type { DailySum, Side } from '../counting/daily-sum';
import { metricColumn, segmentColumn, sideColumn } from '../counting/result-columns';
import type { LayerName } from '../../holdout/layer';
import type { OutcomeOf } from '../counting/outcomes';

/** Of one version of one comparison, up to a day. */
export interface SumsAsked {
  readonly shopId: number;
  readonly of: OutcomeOf;
  readonly layerId: number;
  readonly onDay: number;
  /** Sums up to this day, which a review holds, stay apart from later ones; null when none is locked. */
  readonly reviewedOn: number | null;
}

const SUMS = {
  ...{ segment: segmentColumn, arm: sideColumn, metric: metricColumn, dayOn: day, persons: int },
  ...{ sum: real, sumSquares: real, sumProducts: real },
};

// What is looked at day by day. Dates after the day are left out (clocks that ran ahead), but for exposures, which are named.
const DAILY = statement(
  `
  SELECT "segment", "arm", "metric", "dayOn", "persons", "sum", "sumSquares", "sumProducts" FROM "ResultSum"
  WHERE "shopId" = :shopId AND "tactic" = :of AND "layerId" = :layerId AND "segment" = 'all' AND "arm" = :arm
    AND "metric" IN ('drawn', 'exposed', 'converted') AND ("dayOn" <= :until OR "metric" = 'exposed')`,
  SUMS,
);

// All the rest comes added up, in the order of the key: a long life costs no more rows.
const ADDED_UP = `
  SELECT "segment", "arm", "metric", CAST(:until AS INTEGER) AS "dayOn", sum("persons") AS "persons", sum("sum") AS "sum",
    sum("sumSquares") AS "sumSquares", sum("sumProducts") AS "sumProducts"
  FROM "ResultSum"
  WHERE "shopId" = :shopId AND "tactic" = :of AND "layerId" = :layerId AND "dayOn" > :after AND "dayOn" <= :until`;

const TOTALS = statement(
  `${ADDED_UP} AND "segment" = 'all' AND "arm" = :arm AND "metric" NOT IN ('drawn', 'exposed', 'converted')
  GROUP BY "segment", "arm", "metric"`,
  SUMS,
);

// Every other name sorts after it.
const SEGMENTS = statement(`${ADDED_UP} AND "segment" > 'all' GROUP BY "segment", "arm", "metric"`, SUMS);

const ARMS: readonly Side[] = ['treated', 'control'];
const BEFORE_ALL = -1;

/**
 * What a page needs of the sums of one version: its cost does not grow with the number of shoppers. Read in turns of a few
 * milliseconds, so that nobody else has to wait.
 */
export async function versionSums(db: Sql, asked: SumsAsked): Promise<readonly DailySum[]> {
  const { shopId, of, layerId, onDay, reviewedOn } = asked;
  const version = { shopId, of, layerId };
  const found: DailySum[] = [];
  const take = async (rows: Promise<readonly Omit<DailySum, 'tactic' | 'layerId'>[]>): Promise<void> => {
    for (const row of await rows) found.push({ ...row, tactic: of, layerId });
    await nextTurn();
  };
  const periods =
    reviewedOn === null || reviewedOn >= onDay
      ? [{ after: BEFORE_ALL, until: onDay }]
      : [
          { after: BEFORE_ALL, until: reviewedOn },
          { after: reviewedOn, until: onDay },
        ];
  for (const arm of ARMS) {
    await take(db.all(DAILY, { ...version, arm, until: onDay }));
    for (const period of periods) await take(db.all(TOTALS, { ...version, arm, ...period }));
  }
  for (const period of periods) await take(db.all(SEGMENTS, { ...version, ...period }));
  return found;
}

/** Persons first exposed by a day, by version. */
export async function exposedByVersion(
  reader: Reader,
  shopId: number,
  of: OutcomeOf,
  onDay: number,
): Promise<ReadonlyMap<number, number>> {
  const rows = await reader.prisma.resultSum.groupBy({
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
  return reader.prisma.layer.findMany({ where: { shopId, name }, orderBy: { version: 'asc' } });
}
