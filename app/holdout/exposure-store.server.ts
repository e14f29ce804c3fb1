import type { HotWriter } from '../ports';
import type { Draw, HoldoutArm, TacticArm } from './draw';
import type { Arm, ExposureRequest, WorkedOutArm } from './exposure';
import type { LayerName } from './layer';

/** An arm that some key of a person drew, in whichever version of the layer. */
export interface DrawnArm {
  readonly layerId: number;
  readonly arm: string;
  /** The share of the version in which it was drawn. */
  readonly shareBp: number;
}

// When drawn arms of merged keys meet, the older one holds; the newest version in which the person was drawn counts.
// CROSS JOIN keeps the order: from the person to their rows, never through a shop's whole table.
const DRAWN = `
  SELECT a."layerId", a."arm", l."shareBp"
  FROM "ShopperKey" k CROSS JOIN "Assignment" a CROSS JOIN "Layer" l
  WHERE k."shopId" = ? AND k."personId" = ? AND a."shopId" = k."shopId" AND a."keyId" = k."id"
    AND l."id" = a."layerId" AND l."name" = ?
  ORDER BY l."version" DESC, a."drawnAt", a."keyId" LIMIT 1`;

export function findDrawnArm(
  hot: HotWriter,
  shopId: number,
  personId: number,
  name: LayerName,
): DrawnArm | null {
  const row = hot.prepare(DRAWN).get(shopId, personId, name) as
    { layerId: bigint; arm: string; shareBp: bigint } | undefined;
  return row ? { layerId: Number(row.layerId), arm: row.arm, shareBp: Number(row.shareBp) } : null;
}

// A key is drawn once in a version of a layer: the same hash gives the same arm.
const ASSIGN = `
  INSERT INTO "Assignment" ("layerId", "keyId", "shopId", "arm", "bucket", "drawnAt", "how") VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT DO NOTHING`;

export function saveDraw(
  hot: HotWriter,
  where: { readonly layerId: number; readonly keyId: number; readonly shopId: number; readonly at: Date },
  draw: Draw<HoldoutArm | TacticArm>,
): void {
  const { layerId, keyId, shopId, at } = where;
  hot.prepare(ASSIGN).run(layerId, keyId, shopId, draw.arm, draw.bucket, at.getTime(), draw.how);
}

const FIND = `
  SELECT e."keyId", e."arm", k."personId" FROM "Exposure" e LEFT JOIN "ShopperKey" k ON k."id" = e."keyId"
  WHERE e."shopId" = ? AND e."tactic" = ? AND e."businessKey" = ?`;

export function findExposure(
  hot: HotWriter,
  { shopId, tactic, businessKey }: Pick<ExposureRequest, 'shopId' | 'tactic' | 'businessKey'>,
): { readonly keyId: number; readonly arm: Arm; readonly personId: number | null } | null {
  const row = hot.prepare(FIND).get(shopId, tactic, businessKey) as
    { keyId: bigint; arm: Arm; personId: bigint | null } | undefined;
  return row
    ? {
        keyId: Number(row.keyId),
        arm: row.arm,
        personId: row.personId === null ? null : Number(row.personId),
      }
    : null;
}

const RECENT = `
  SELECT e."at" FROM "ShopperKey" k CROSS JOIN "Exposure" e
  WHERE k."shopId" = ? AND k."personId" = ? AND e."shopId" = k."shopId" AND e."keyId" = k."id"
    AND e."tactic" = ? AND e."at" > ?`;

/** Instants after `since` at which a person was exposed to a tactic, over all their keys. */
export function exposuresSince(
  hot: HotWriter,
  { shopId, personId, tactic, since }: { shopId: number; personId: number; tactic: string; since: Date },
): readonly Date[] {
  const rows = hot.prepare(RECENT).all(shopId, personId, tactic, since.getTime()) as { at: bigint }[];
  return rows.map((row) => new Date(Number(row.at)));
}

const SAVE = `
  INSERT INTO "Exposure" ("shopId", "tactic", "businessKey", "keyId", "arm", "layerId", "holdoutLayerId", "at", "detail",
    "device")
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

export function saveExposure(
  hot: HotWriter,
  request: Omit<ExposureRequest, 'key' | 'alsoKeys' | 'cap' | 'shopDomain'>,
  drawn: Omit<WorkedOutArm, 'draws'> & { readonly keyId: number },
): void {
  const { shopId, tactic, businessKey, at, detail, device = '' } = request;
  const { keyId, arm, layerId, holdoutLayerId } = drawn;
  const text = JSON.stringify(detail);
  const drawnIn = [layerId, holdoutLayerId];
  hot.prepare(SAVE).run(shopId, tactic, businessKey, keyId, arm, ...drawnIn, at.getTime(), text, device);
}
