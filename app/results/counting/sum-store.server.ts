import type { HotDatabase, HotWriter } from '../../ports';
import type { DailySum } from './daily-sum';

const ADD = `
  INSERT INTO "ResultSum"
    ("shopId", "tactic", "layerId", "segment", "arm", "metric", "dayOn", "persons", "sum", "sumSquares", "sumProducts")
  VALUES (@shopId, @tactic, @layerId, @segment, @arm, @metric, @dayOn, @persons, @sum, @sumSquares, @sumProducts)
  ON CONFLICT DO UPDATE SET "persons" = "persons" + excluded."persons", "sum" = "sum" + excluded."sum",
    "sumSquares" = "sumSquares" + excluded."sumSquares", "sumProducts" = "sumProducts" + excluded."sumProducts"
  RETURNING "persons"`;

const REMOVE = `
  DELETE FROM "ResultSum" WHERE "shopId" = @shopId AND "tactic" = @tactic AND "layerId" = @layerId
    AND "segment" = @segment AND "arm" = @arm AND "metric" = @metric AND "dayOn" = @dayOn`;

const ALL = `
  SELECT "tactic", "layerId", "segment", "arm", "metric", "dayOn", "persons", "sum", "sumSquares", "sumProducts"
  FROM "ResultSum" WHERE "shopId" = ?`;

/** Adds changes to the daily sums. A sum that nobody is in any more goes, so that sums worked out anew are the same. */
export function addToSums(hot: HotWriter, shopId: number, changes: Iterable<DailySum>): void {
  const add = hot.prepare(ADD);
  for (const change of changes) {
    const { persons } = add.get({ shopId, ...change }) as { persons: bigint };
    if (persons === 0n) hot.prepare(REMOVE).run({ shopId, ...place(change) });
  }
}

function place({ tactic, layerId, segment, arm, metric, dayOn }: DailySum) {
  return { tactic, layerId, segment, arm, metric, dayOn };
}

/** Every daily sum of a shop. */
export function allSums(hot: HotDatabase, shopId: number): readonly DailySum[] {
  const rows = hot.prepareRead(ALL).all(shopId) as (DailySum &
    Record<'layerId' | 'dayOn' | 'persons', unknown>)[];
  return rows.map((row) => ({
    ...row,
    layerId: Number(row.layerId),
    dayOn: Number(row.dayOn),
    persons: Number(row.persons),
  }));
}
