import { isCapped } from '../guardrails/caps';
import type { HotWriter, Ports } from '../ports';
import { ensureKeyHot, findKeyHot, linkBrowserHot, linkKeysHot } from '../shoppers/hot-key-store.server';
import type { ExposureAnswer, ExposureRequest } from './exposure';
import { exposuresSince, findExposure, saveDraw, saveExposure } from './exposure-store.server';
import { workOutArm } from './work-out-arm.server';

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
  const { draws, ...drawn } = workOutArm(hot, request, personId);
  for (const draw of draws) saveDraw(hot, { layerId: draw.layerId, keyId, shopId, at }, draw);
  saveExposure(hot, request, { keyId, ...drawn });
  return { reason: 'exposed', arm: drawn.arm, keyId, repeated: false, foreign: false };
}

/** Links come first, so that caps and arms already are the merged person's. */
function ensureShopper(hot: HotWriter, request: ExposureRequest): { keyId: number; personId: number } {
  const { shopId, key, alsoKeys = [], at } = request;
  const made = ensureKeyHot(hot, shopId, key, at);
  if (alsoKeys.length === 0) return { keyId: made.id, personId: made.personId };
  for (const { source = 'sign-in', ...also } of alsoKeys) {
    if (source === 'sign-in' && also.kind === 'browser') linkBrowserHot(hot, shopId, made.id, also, at);
    else linkKeysHot(hot, shopId, made.id, ensureKeyHot(hot, shopId, also, at).id, source, at);
  }
  return { keyId: made.id, personId: findKeyHot(hot, shopId, key)?.personId ?? made.personId };
}
