import { day, int, real, statement, text } from '../../db/statement';
import type { Sql, Writer } from '../../ports';
import type { DailySum } from './daily-sum';
import { metricColumn, ofColumn, segmentColumn, sideColumn } from './result-columns';

const ADD = statement(
  `
  INSERT INTO "ResultSum"
    ("shopId", "tactic", "layerId", "segment", "arm", "metric", "dayOn", "persons", "sum", "sumSquares", "sumProducts")
  SELECT :shopId, r."tactic", r."layerId", r."segment", r."arm", r."metric", r."dayOn", r."persons", r."sum",
    r."sumSquares", r."sumProducts"
  FROM rows(:changes, "tactic" text, "layerId" number, "segment" text, "arm" text, "metric" text, "dayOn" number,
    "persons" number, "sum" real, "sumSquares" real, "sumProducts" real) AS r
  WHERE TRUE
  ON CONFLICT ("shopId", "tactic", "layerId", "segment", "arm", "metric", "dayOn") DO UPDATE SET
    "persons" = "ResultSum"."persons" + excluded."persons", "sum" = "ResultSum"."sum" + excluded."sum",
    "sumSquares" = "ResultSum"."sumSquares" + excluded."sumSquares",
    "sumProducts" = "ResultSum"."sumProducts" + excluded."sumProducts"
  RETURNING "tactic", "layerId", "segment", "arm", "metric", "dayOn", "persons"`,
  { tactic: text, layerId: int, segment: text, arm: text, metric: text, dayOn: day, persons: int },
);

const REMOVE = statement(`
  DELETE FROM "ResultSum" WHERE "shopId" = :shopId
    AND ("tactic", "layerId", "segment", "arm", "metric", "dayOn") IN (
      SELECT r."tactic", r."layerId", r."segment", r."arm", r."metric", r."dayOn"
      FROM rows(:places, "tactic" text, "layerId" number, "segment" text, "arm" text, "metric" text,
        "dayOn" number) AS r)`);

const ALL = statement(
  `
  SELECT "tactic", "layerId", "segment", "arm", "metric", "dayOn", "persons", "sum", "sumSquares", "sumProducts"
  FROM "ResultSum" WHERE "shopId" = :shopId`,
  {
    ...{ tactic: ofColumn, layerId: int, segment: segmentColumn, arm: sideColumn, metric: metricColumn },
    ...{ dayOn: day, persons: int, sum: real, sumSquares: real, sumProducts: real },
  },
);

/**
 * Adds changes to the daily sums. A sum that nobody is in any more goes, so that sums worked out anew are the same.
 * @param changes of each sum at most one
 */
export async function addToSums(tx: Writer, shopId: number, changes: readonly DailySum[]): Promise<void> {
  if (changes.length === 0) return;
  const sums = await tx.all(ADD, { shopId, changes });
  const places = sums.filter((sum) => sum.persons === 0);
  if (places.length > 0) await tx.run(REMOVE, { shopId, places });
}

/** Every daily sum of a shop. */
export function allSums(db: Sql, shopId: number): Promise<readonly DailySum[]> {
  return db.all(ALL, { shopId });
}
