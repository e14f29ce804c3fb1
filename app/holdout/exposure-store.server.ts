import { instant, int, oneOf, orNull, statement } from '../db/statement';
import type { Sql, Writer } from '../ports';
import type { Draw, HoldoutArm, OlderHoldout, TacticArm } from './draw';
import { ARMS, type Arm, type ExposureRequest, type WorkedOutArm } from './exposure';
import type { TacticLayerName } from './layer';

// When drawn arms of merged keys meet, the older one holds; the newest version in which the person was drawn counts.
// CROSS JOIN keeps the order: from the person to their rows, never through a shop's whole table.
const DRAWN = `
  SELECT a."layerId", a."arm", l."shareBp"
  FROM "ShopperKey" k CROSS JOIN "Assignment" a CROSS JOIN "Layer" l
  WHERE k."shopId" = :shopId AND k."personId" = :personId AND a."shopId" = k."shopId" AND a."keyId" = k."id"
    AND l."id" = a."layerId" AND l."shopId" = a."shopId" AND l."name" = :name
  ORDER BY l."version" DESC, a."drawnAt", a."keyId" LIMIT 1`;
const HOLDOUT_DRAWN = statement(DRAWN, { layerId: int, arm: oneOf(['in', 'out']), shareBp: int });
const TACTIC_DRAWN = statement(DRAWN, { layerId: int, arm: oneOf(['treated', 'control']), shareBp: int });

/** The side of the standing holdout that some key of a person drew, in whichever version, with the share of that one. */
export async function findDrawnHoldout(
  db: Sql,
  shopId: number,
  personId: number,
): Promise<(OlderHoldout & { readonly layerId: number }) | null> {
  return db.first(HOLDOUT_DRAWN, { shopId, personId, name: 'holdout' });
}

/** The arm of a tactic that some key of a person drew, in whichever version of its layer. */
export async function findDrawnArm(
  db: Sql,
  shopId: number,
  personId: number,
  name: TacticLayerName,
): Promise<{ readonly layerId: number; readonly arm: TacticArm } | null> {
  return db.first(TACTIC_DRAWN, { shopId, personId, name });
}

// A key is drawn once in a version of a layer: the same hash gives the same arm.
const ASSIGN = statement(
  `INSERT INTO "Assignment" ("layerId", "keyId", "shopId", "arm", "bucket", "drawnAt", "how")
  VALUES (:layerId, :keyId, :shopId, :arm, :bucket, :at, :how) ON CONFLICT ("shopId", "layerId", "keyId") DO NOTHING`,
);

export async function saveDraw(
  tx: Writer,
  where: { readonly layerId: number; readonly keyId: number; readonly shopId: number; readonly at: Date },
  { arm, bucket, how }: Draw<HoldoutArm | TacticArm>,
): Promise<void> {
  const { layerId, keyId, shopId, at } = where;
  await tx.run(ASSIGN, { layerId, keyId, shopId, arm, bucket, at, how });
}

const FIND = statement(
  `SELECT e."keyId", e."arm", k."personId" FROM "Exposure" e
  LEFT JOIN "ShopperKey" k ON k."id" = e."keyId" AND k."shopId" = e."shopId"
  WHERE e."shopId" = :shopId AND e."tactic" = :tactic AND e."businessKey" = :businessKey`,
  { keyId: int, arm: oneOf(ARMS), personId: orNull(int) },
);

export async function findExposure(
  db: Sql,
  { shopId, tactic, businessKey }: Pick<ExposureRequest, 'shopId' | 'tactic' | 'businessKey'>,
): Promise<{ readonly keyId: number; readonly arm: Arm; readonly personId: number | null } | null> {
  return db.first(FIND, { shopId, tactic, businessKey });
}

const RECENT = statement(
  `SELECT e."at" FROM "ShopperKey" k CROSS JOIN "Exposure" e
  WHERE k."shopId" = :shopId AND k."personId" = :personId AND e."shopId" = k."shopId" AND e."keyId" = k."id"
    AND e."tactic" = :tactic AND e."at" > :since`,
  { at: instant },
);

/** Instants after `since` at which a person was exposed to a tactic, over all their keys. */
export async function exposuresSince(
  db: Sql,
  { shopId, personId, tactic, since }: { shopId: number; personId: number; tactic: string; since: Date },
): Promise<readonly Date[]> {
  const rows = await db.all(RECENT, { shopId, personId, tactic, since });
  return rows.map((row) => row.at);
}

const SAVE = statement(
  `INSERT INTO "Exposure" ("shopId", "tactic", "businessKey", "keyId", "arm", "layerId", "holdoutLayerId", "at", "detail",
    "device")
  VALUES (:shopId, :tactic, :businessKey, :keyId, :arm, :layerId, :holdoutLayerId, :at, :detail, :device)`,
);

export async function saveExposure(
  tx: Writer,
  request: Omit<ExposureRequest, 'key' | 'alsoKeys' | 'cap' | 'shopDomain'>,
  drawn: Omit<WorkedOutArm, 'draws'> & { readonly keyId: number },
): Promise<void> {
  await tx.run(SAVE, {
    shopId: request.shopId,
    tactic: request.tactic,
    businessKey: request.businessKey,
    keyId: drawn.keyId,
    arm: drawn.arm,
    layerId: drawn.layerId,
    holdoutLayerId: drawn.holdoutLayerId,
    at: request.at,
    detail: JSON.stringify(request.detail),
    device: request.device ?? '',
  });
}
