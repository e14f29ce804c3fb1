import type { Ports, Sql } from '../ports';
import { findKey } from '../shoppers/key-store.server';
import { drawHoldout, drawTactic } from './draw';
import type { ExposureRequest, WorkedOutArm } from './exposure';
import { findDrawnArm, findDrawnHoldout } from './exposure-store.server';
import { runningLayer } from './layer-store.server';

type Shopper = Pick<ExposureRequest, 'shopId' | 'shopDomain' | 'tactic' | 'key'>;

/**
 * The arm in which a shopper would be exposed now: the one that their person drew, else the one of their own hash. Keeps
 * nothing.
 * @param personId null for somebody of whom nothing is kept
 * @throws Error when the shop has no standing holdout or the tactic no layer.
 */
export async function workOutArm(
  db: Sql,
  { shopId, shopDomain, tactic, key }: Shopper,
  personId: number | null,
): Promise<WorkedOutArm> {
  const holdout = await runningLayer(db, shopId, 'holdout');
  const layer = await runningLayer(db, shopId, tactic);
  const draws: WorkedOutArm['draws'][number][] = [];

  const older = personId === null ? null : await findDrawnHoldout(db, shopId, personId);
  let heldOut = older?.arm;
  if (older?.layerId !== holdout.id) {
    const draw = drawHoldout(shopDomain, holdout, key, older);
    draws.push({ ...draw, layerId: holdout.id });
    heldOut = draw.arm;
  }
  if (heldOut === 'in') return { arm: 'holdout', layerId: null, holdoutLayerId: holdout.id, draws };

  const own = personId === null ? null : await findDrawnArm(db, shopId, personId, tactic);
  if (own?.layerId === layer.id) {
    return { arm: own.arm, layerId: layer.id, holdoutLayerId: holdout.id, draws };
  }
  const draw = drawTactic(shopDomain, layer, key);
  draws.push({ ...draw, layerId: layer.id });
  return { arm: draw.arm, layerId: layer.id, holdoutLayerId: holdout.id, draws };
}

/** The same for a shopper by name, without a write: for somebody who may not be counted, or not yet. */
export async function peekArm({ db }: Pick<Ports, 'db'>, shopper: Shopper): Promise<WorkedOutArm> {
  const key = await findKey(db.read, { shopId: shopper.shopId, ...shopper.key });
  return workOutArm(db.read, shopper, key?.personId ?? null);
}
