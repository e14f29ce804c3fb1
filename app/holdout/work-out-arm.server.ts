import type { HotWriter, Ports } from '../ports';
import { findKeyHot } from '../shoppers/hot-key-store.server';
import { drawHoldout, drawTactic, type HoldoutArm, type TacticArm } from './draw';
import type { ExposureRequest, WorkedOutArm } from './exposure';
import { findDrawnArm } from './exposure-store.server';
import { currentLayerHot } from './layer-store.server';

type Subject = Pick<ExposureRequest, 'shopId' | 'shopDomain' | 'tactic' | 'key'>;

/**
 * The arm in which a shopper would be exposed now: the one that their person drew, else the one of their own hash. Keeps
 * nothing.
 * @param personId null for somebody of whom nothing is kept
 * @throws Error when the shop has no standing holdout or the tactic no layer.
 */
export function workOutArm(
  hot: HotWriter,
  { shopId, shopDomain, tactic, key }: Subject,
  personId: number | null,
): WorkedOutArm {
  const holdout = currentLayerHot(hot, shopId, 'holdout');
  const layer = currentLayerHot(hot, shopId, tactic);
  const drawn = (name: typeof tactic | 'holdout') =>
    personId === null ? null : findDrawnArm(hot, shopId, personId, name);
  const draws: WorkedOutArm['draws'][number][] = [];

  const older = drawn('holdout');
  let heldOut = older?.arm as HoldoutArm | undefined;
  if (older?.layerId !== holdout.id) {
    const before = older && { arm: older.arm as HoldoutArm, shareBp: older.shareBp };
    const draw = drawHoldout(shopDomain, holdout, key, before);
    draws.push({ ...draw, layerId: holdout.id });
    heldOut = draw.arm;
  }
  if (heldOut === 'in') return { arm: 'holdout', layerId: null, holdoutLayerId: holdout.id, draws };

  const own = drawn(tactic);
  if (own?.layerId === layer.id) {
    return { arm: own.arm as TacticArm, layerId: layer.id, holdoutLayerId: holdout.id, draws };
  }
  const draw = drawTactic(shopDomain, layer, key);
  draws.push({ ...draw, layerId: layer.id });
  return { arm: draw.arm, layerId: layer.id, holdoutLayerId: holdout.id, draws };
}

/** The same for a shopper by name, without a write: for somebody who may not be counted, or not yet. */
export function peekArm({ db }: Pick<Ports, 'db'>, subject: Subject): WorkedOutArm {
  const reader = { prepare: (sql: string) => db.hot.prepareRead(sql) };
  return workOutArm(reader, subject, findKeyHot(reader, subject.shopId, subject.key)?.personId ?? null);
}
