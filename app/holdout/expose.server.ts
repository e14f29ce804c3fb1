import { isCapped } from '../guardrails/caps';
import type { HotWriter, Ports } from '../ports';
import { ensureKeyHot, findKeyHot, linkKeysHot } from '../shoppers/hot-key-store.server';
import { drawHoldout, drawTactic, type HoldoutArm, type TacticArm } from './draw';
import type { Arm, ExposureAnswer, ExposureRequest } from './exposure';
import { exposuresSince, findDrawnArm, findExposure, saveDraw, saveExposure } from './exposure-store.server';
import { currentLayerHot } from './layer-store.server';

/**
 * Logs the exposure of an eligible shopper and returns the arm, in one durable write: the keys are made and linked, the
 * cap is reserved, the standing holdout and then the tactic's layer are drawn or read, the exposure is kept. Exact under
 * concurrency; a repeated business key returns its first answer.
 * @throws Error when the shop has no standing holdout or the tactic no layer: it was never switched on.
 */
export async function expose(ports: Pick<Ports, 'db'>, request: ExposureRequest): Promise<ExposureAnswer> {
  return ports.db.hot.write((hot) => exposeIn(hot, request));
}

function exposeIn(hot: HotWriter, request: ExposureRequest): ExposureAnswer {
  const { shopId, tactic, at, cap } = request;
  const { keyId, personId } = ensureShopper(hot, request);
  const known = findExposure(hot, request);
  if (known) {
    const foreign = known.personId !== personId;
    return { reason: 'exposed', arm: known.arm, keyId: known.keyId, repeated: true, foreign };
  }
  if (cap) {
    const since = new Date(at.getTime() - cap.windowMs);
    if (isCapped(exposuresSince(hot, { shopId, personId, tactic, since }), cap, at))
      return { reason: 'capped' };
  }
  const drawn = readOrDrawArm(hot, request, { keyId, personId });
  saveExposure(hot, request, { keyId, ...drawn });
  return { reason: 'exposed', arm: drawn.arm, keyId, repeated: false, foreign: false };
}

/** Links come first, so that caps and arms already are the merged person's. */
function ensureShopper(hot: HotWriter, request: ExposureRequest): { keyId: number; personId: number } {
  const { shopId, key, alsoKeys = [], at } = request;
  const made = ensureKeyHot(hot, shopId, key, at);
  if (alsoKeys.length === 0) return { keyId: made.id, personId: made.personId };
  for (const also of alsoKeys) {
    linkKeysHot(hot, shopId, made.id, ensureKeyHot(hot, shopId, also, at).id, also.source ?? 'sign-in', at);
  }
  return { keyId: made.id, personId: findKeyHot(hot, shopId, key)?.personId ?? made.personId };
}

function readOrDrawArm(
  hot: HotWriter,
  request: ExposureRequest,
  { keyId, personId }: { keyId: number; personId: number },
): { arm: Arm; layerId: number | null; holdoutLayerId: number } {
  const { shopId, shopDomain, tactic, key, at } = request;
  const holdout = currentLayerHot(hot, shopId, 'holdout');
  const layer = currentLayerHot(hot, shopId, tactic);

  const older = findDrawnArm(hot, shopId, personId, 'holdout');
  let heldOut = older?.arm as HoldoutArm | undefined;
  if (older?.layerId !== holdout.id) {
    const before = older && { arm: older.arm as HoldoutArm, shareBp: older.shareBp };
    const draw = drawHoldout(shopDomain, holdout, key, before);
    saveDraw(hot, { layer: holdout, keyId, shopId, at }, draw);
    heldOut = draw.arm;
  }
  if (heldOut === 'in') return { arm: 'holdout', layerId: null, holdoutLayerId: holdout.id };

  const drawn = findDrawnArm(hot, shopId, personId, tactic);
  if (drawn?.layerId === layer.id) {
    return { arm: drawn.arm as TacticArm, layerId: layer.id, holdoutLayerId: holdout.id };
  }
  const draw = drawTactic(shopDomain, layer, key);
  saveDraw(hot, { layer, keyId, shopId, at }, draw);
  return { arm: draw.arm, layerId: layer.id, holdoutLayerId: holdout.id };
}
