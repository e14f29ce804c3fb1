import { flag, instant, int, orNull, statement } from '../../db/statement';
import type { Sql, Writer } from '../../ports';

export interface Cursor {
  readonly exposureId: number;
  readonly drawnAt: Date;
}

const CURSOR = statement(`SELECT "exposureId", "drawnAt" FROM "ResultCursor" WHERE "shopId" = :shopId`, {
  exposureId: int,
  drawnAt: orNull(instant),
});

const SAVE_EXPOSURE = statement(`
  INSERT INTO "ResultCursor" ("shopId", "exposureId") VALUES (:shopId, :exposureId)
  ON CONFLICT ("shopId") DO UPDATE SET "exposureId" = excluded."exposureId"`);

const SAVE_DRAW = statement(`
  INSERT INTO "ResultCursor" ("shopId", "drawnAt") VALUES (:shopId, :drawnAt)
  ON CONFLICT ("shopId") DO UPDATE SET "drawnAt" = excluded."drawnAt"`);

const NEW_EXPOSURES = statement(
  `
  SELECT e."id", k."personId" FROM "Exposure" e
  JOIN "ShopperKey" k ON k."shopId" = e."shopId" AND k."id" = e."keyId" AND k."kind" <> 'erased'
  WHERE e."shopId" = :shopId AND e."id" > :exposureId ORDER BY e."id" LIMIT :take`,
  { id: int, personId: int },
);

// CROSS JOIN keeps the order: from the draw to its person's rows.
const DRAWS = statement(
  `
  SELECT a."drawnAt", a."keyId", k."personId", k."kind" = 'erased' OR EXISTS (
    SELECT 1 FROM "ShopperKey" s CROSS JOIN "Outcome" o
    WHERE s."shopId" = k."shopId" AND s."personId" = k."personId" AND o."shopId" = s."shopId" AND o."keyId" = s."id"
  ) AS "isKnown"
  FROM "Assignment" a CROSS JOIN "ShopperKey" k
  WHERE a."shopId" = :shopId AND k."shopId" = a."shopId" AND k."id" = a."keyId" AND a."drawnAt" >= :drawnAt
    AND (a."drawnAt" > :drawnAt OR a."keyId" > :keyId)
  ORDER BY a."drawnAt", a."keyId" LIMIT :take`,
  { drawnAt: instant, keyId: int, personId: int, isKnown: flag },
);

const BEFORE_ALL = new Date(0);

/** Up to where exposures and draws have been taken up. */
export async function loadCursor(db: Sql, shopId: number): Promise<Cursor> {
  const cursor = await db.first(CURSOR, { shopId });
  return { exposureId: cursor?.exposureId ?? 0, drawnAt: cursor?.drawnAt ?? BEFORE_ALL };
}

export async function saveExposureCursor(tx: Writer, shopId: number, exposureId: number): Promise<void> {
  await tx.run(SAVE_EXPOSURE, { shopId, exposureId });
}

export async function saveDrawCursor(tx: Writer, shopId: number, drawnAt: Date): Promise<void> {
  await tx.run(SAVE_DRAW, { shopId, drawnAt });
}

/** Exposures after one of them, oldest first, with their persons. */
export function exposuresAfter(
  db: Sql,
  shopId: number,
  exposureId: number,
  take: number,
): Promise<readonly { readonly id: number; readonly personId: number }[]> {
  return db.all(NEW_EXPOSURES, { shopId, exposureId, take });
}

export interface PlacedDraw {
  readonly drawnAt: Date;
  readonly keyId: number;
}

/** Draws after one of them, oldest first. `isKnown`: something is kept of the person already. */
export function drawsAfter(
  db: Sql,
  shopId: number,
  { drawnAt, keyId }: PlacedDraw,
  take: number,
): Promise<readonly (PlacedDraw & { readonly personId: number; readonly isKnown: boolean })[]> {
  return db.all(DRAWS, { shopId, drawnAt, keyId, take });
}
