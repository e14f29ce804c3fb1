import { bigId, day, flag, instant, int, orNull, statement } from '../../db/statement';
import type { Sql, Writer } from '../../ports';
import type { Outcome } from './outcome';
import { ofColumn, segmentsColumn, sideColumn } from './result-columns';

const OUTCOME = {
  ...{ tactic: ofColumn, keyId: int, layerId: int, arm: sideColumn, counts: flag, drawnOn: orNull(day) },
  ...{ firstAt: instant, firstOn: day, closesOn: day, exposures: int, crossed: flag },
  ...{ convertedAt: orNull(instant), convertedOn: orNull(day), orderId: orNull(bigId), orders: int },
  ...{ netMinor: int, otherCurrency: int, beforeMinor: int, attributedOrders: int, lateIdentity: int },
  ...{ orderAwaited: int, returnedOn: orNull(day), dismissedOn: orNull(day), unsubscribedOn: orNull(day) },
  ...{ complainedOn: orNull(day), snoozedOn: orNull(day), mailedOn: orNull(day), segments: segmentsColumn },
};

const COLUMNS = `o."tactic", o."keyId", o."layerId", o."arm", o."counts", o."drawnOn", o."firstAt", o."firstOn", o."closesOn",
    o."exposures", o."crossed", o."convertedAt", o."convertedOn", o."orderId", o."orders", o."netMinor", o."otherCurrency",
    o."beforeMinor", o."attributedOrders", o."lateIdentity", o."orderAwaited", o."returnedOn", o."dismissedOn",
    o."unsubscribedOn", o."complainedOn", o."snoozedOn", o."mailedOn", o."segments"`;

// CROSS JOIN keeps the order: from the person to their rows, never through a shop's whole table.
const OF_PERSON = statement(
  `
  SELECT ${COLUMNS} FROM "ShopperKey" k CROSS JOIN "Outcome" o
  WHERE k."shopId" = :shopId AND k."personId" = :personId AND o."shopId" = k."shopId" AND o."keyId" = k."id"`,
  OUTCOME,
);

const PAGE = statement(
  `
  SELECT ${COLUMNS} FROM "Outcome" o WHERE o."shopId" = :shopId AND (o."tactic", o."keyId") > (:tactic, :keyId)
  ORDER BY o."tactic", o."keyId" LIMIT :take`,
  OUTCOME,
);

const REMOVE = statement(`
  DELETE FROM "Outcome" WHERE "shopId" = :shopId AND ("tactic", "keyId") IN (
    SELECT r."tactic", r."keyId" FROM rows(:places, "tactic" text, "keyId" number) AS r)`);

const SAVE = statement(`
  INSERT INTO "Outcome" ("shopId", "tactic", "keyId", "layerId", "arm", "counts", "drawnOn", "firstAt", "firstOn", "closesOn",
    "exposures", "crossed", "convertedAt", "convertedOn", "orderId", "orders", "netMinor", "otherCurrency", "beforeMinor",
    "attributedOrders", "lateIdentity", "orderAwaited", "returnedOn", "dismissedOn", "unsubscribedOn", "complainedOn",
    "snoozedOn", "mailedOn", "segments")
  SELECT :shopId, ${COLUMNS}
  FROM rows(:outcomes, "tactic" text, "keyId" number, "layerId" number, "arm" text, "counts" flag, "drawnOn" number,
    "firstAt" instant, "firstOn" number, "closesOn" number, "exposures" number, "crossed" flag, "convertedAt" instant,
    "convertedOn" number, "orderId" number, "orders" number, "netMinor" number, "otherCurrency" number,
    "beforeMinor" number, "attributedOrders" number, "lateIdentity" number, "orderAwaited" number, "returnedOn" number,
    "dismissedOn" number, "unsubscribedOn" number, "complainedOn" number, "snoozedOn" number, "mailedOn" number,
    "segments" json) AS o`);

/** What is kept of a person, under whichever of their keys. */
export function outcomesOfPerson(db: Sql, shopId: number, personId: number): Promise<readonly Outcome[]> {
  return db.all(OF_PERSON, { shopId, personId });
}

/** The outcomes of a shop after one of them (null: from the first), in a fixed order. */
export function outcomesAfter(
  db: Sql,
  shopId: number,
  after: Pick<Outcome, 'tactic' | 'keyId'> | null,
  take: number,
): Promise<readonly Outcome[]> {
  const { tactic, keyId } = after ?? { tactic: '', keyId: 0 };
  return db.all(PAGE, { shopId, tactic, keyId, take });
}

export async function removeOutcomes(
  tx: Writer,
  shopId: number,
  outcomes: readonly Outcome[],
): Promise<void> {
  const places = outcomes.map(({ tactic, keyId }) => ({ tactic, keyId }));
  if (places.length > 0) await tx.run(REMOVE, { shopId, places });
}

export async function saveOutcomes(tx: Writer, shopId: number, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length > 0) await tx.run(SAVE, { shopId, outcomes });
}
