import { isCapped } from '../guardrails/caps';
import type { Ports, Writer } from '../ports';
import { ensureKey, findKey } from '../shoppers/key-store.server';
import { linkBrowser, linkKeys } from '../shoppers/link-store.server';
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
  return ports.db.group((tx) => exposeIn(tx, request));
}

/** The same inside a transaction of the caller’s. */
export async function exposeIn(tx: Writer, request: ExposureRequest): Promise<ExposureAnswer> {
  const { shopId, tactic, at, cap } = request;
  const { keyId, personId } = await ensureShopper(tx, request);
  const known = await findExposure(tx, request);
  if (known) {
    const foreign = known.personId !== personId;
    return { reason: 'exposed', arm: known.arm, keyId: known.keyId, repeated: true, foreign };
  }
  if (cap) {
    const since = new Date(at.getTime() - cap.windowMs);
    if (isCapped(await exposuresSince(tx, { shopId, personId, tactic, since }), cap, at))
      return { reason: 'capped' };
  }
  const { draws, ...drawn } = await workOutArm(tx, request, personId);
  for (const draw of draws) await saveDraw(tx, { layerId: draw.layerId, keyId, shopId, at }, draw);
  await saveExposure(tx, request, { keyId, ...drawn });
  return { reason: 'exposed', arm: drawn.arm, keyId, repeated: false, foreign: false };
}

/** Links come first, so that caps and arms already are the merged person's. */
async function ensureShopper(
  tx: Writer,
  request: ExposureRequest,
): Promise<{ keyId: number; personId: number }> {
  const { shopId, key, alsoKeys = [], at } = request;
  const made = await ensureKey(tx, { shopId, ...key, at });
  if (alsoKeys.length === 0) return { keyId: made.id, personId: made.personId };
  for (const { source = 'sign-in', ...also } of alsoKeys) {
    if (source === 'sign-in' && also.kind === 'browser')
      await linkBrowser(tx, { shopId, accountKeyId: made.id, browser: also, at });
    else {
      const other = await ensureKey(tx, { shopId, ...also, at });
      await linkKeys(tx, { shopId, keyIds: [made.id, other.id], source, at });
    }
  }
  const merged = await findKey(tx, { shopId, ...key });
  return { keyId: made.id, personId: merged?.personId ?? made.personId };
}
