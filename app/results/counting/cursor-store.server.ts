import type { HotDatabase, HotWriter } from '../../ports';

export interface Cursor {
  readonly exposureId: number;
  /** Epoch ms. */
  readonly drawnAt: number;
}

const CURSOR = `SELECT "exposureId", "drawnAt" FROM "ResultCursor" WHERE "shopId" = ?`;

const SAVE = (column: 'exposureId' | 'drawnAt') => `
  INSERT INTO "ResultCursor" ("shopId", "${column}") VALUES (?, ?)
  ON CONFLICT DO UPDATE SET "${column}" = excluded."${column}"`;

const NEW_EXPOSURES = `
  SELECT e."id", k."personId" FROM "Exposure" e JOIN "ShopperKey" k ON k."id" = e."keyId" AND k."kind" <> 'erased'
  WHERE e."shopId" = ? AND e."id" > ? ORDER BY e."id" LIMIT ?`;

// CROSS JOIN keeps the order: from the draw to its person's rows.
const DRAWS = `
  SELECT a."drawnAt", a."keyId", k."personId", k."kind" = 'erased' OR EXISTS (
    SELECT 1 FROM "ShopperKey" s CROSS JOIN "Outcome" o
    WHERE s."shopId" = k."shopId" AND s."personId" = k."personId" AND o."shopId" = s."shopId" AND o."keyId" = s."id"
  ) AS "isKnown"
  FROM "Assignment" a CROSS JOIN "ShopperKey" k
  WHERE a."shopId" = @shopId AND k."id" = a."keyId" AND a."drawnAt" >= @drawnAt
    AND (a."drawnAt" > @drawnAt OR a."keyId" > @keyId)
  ORDER BY a."drawnAt", a."keyId" LIMIT @take`;

export function loadCursor(hot: HotDatabase, shopId: number): Cursor {
  const row = hot.prepareRead(CURSOR).get(shopId) as
    { exposureId: bigint; drawnAt: bigint | null } | undefined;
  return { exposureId: Number(row?.exposureId ?? 0), drawnAt: Number(row?.drawnAt ?? 0) };
}

export function saveExposureCursor(hot: HotWriter, shopId: number, exposureId: number): void {
  hot.prepare(SAVE('exposureId')).run(shopId, exposureId);
}

export function saveDrawCursor(hot: HotWriter, shopId: number, drawnAt: number): void {
  hot.prepare(SAVE('drawnAt')).run(shopId, drawnAt);
}

/** Exposures after one of them, oldest first, with their persons. */
export function exposuresAfter(
  hot: HotDatabase,
  shopId: number,
  exposureId: number,
  take: number,
): readonly { readonly id: number; readonly personId: number }[] {
  const rows = hot.prepareRead(NEW_EXPOSURES).all(shopId, exposureId, take) as {
    id: bigint;
    personId: bigint;
  }[];
  return rows.map(({ id, personId }) => ({ id: Number(id), personId: Number(personId) }));
}

export interface PlacedDraw {
  readonly drawnAt: number;
  readonly keyId: number;
}

/** Draws after one of them, oldest first. `isKnown`: something is kept of the person already. */
export function drawsAfter(
  hot: HotDatabase,
  shopId: number,
  { drawnAt, keyId }: PlacedDraw,
  take: number,
): readonly (PlacedDraw & { readonly personId: number; readonly isKnown: boolean })[] {
  const rows = hot.prepareRead(DRAWS).all({ shopId, drawnAt, keyId, take }) as Record<
    'drawnAt' | 'keyId' | 'personId' | 'isKnown',
    bigint
  >[];
  return rows.map((row) => ({
    drawnAt: Number(row.drawnAt),
    keyId: Number(row.keyId),
    personId: Number(row.personId),
    isKnown: row.isKnown === 1n,
  }));
}
