import { int, statement } from '../../db/statement';
import type { Sql } from '../../ports';
import type { TacticName } from '../../tactics/tactic';
import type { Side, SumMetric } from '../counting/daily-sum';
import { sideColumn } from '../counting/result-columns';

const PERSONS = statement(
  `
  SELECT "arm", sum("persons") AS "persons" FROM "ResultSum"
  WHERE "shopId" = :shopId AND "tactic" = :tactic AND "layerId" = :layerId AND "segment" = 'all'
    AND "metric" = :metric AND "dayOn" <= :lastOn
  GROUP BY "arm"`,
  { arm: sideColumn, persons: int },
);

/** Persons by arm in one metric of all shoppers, over the days up to `lastOn`. */
export async function personsUpTo(
  db: Sql,
  about: {
    readonly shopId: number;
    readonly tactic: TacticName;
    readonly layerId: number;
    readonly metric: SumMetric;
    readonly lastOn: number;
  },
): Promise<Readonly<Record<Side, number>>> {
  const rows = await db.all(PERSONS, about);
  const of = (arm: Side) => rows.find((row) => row.arm === arm)?.persons ?? 0;
  return { treated: of('treated'), control: of('control') };
}
