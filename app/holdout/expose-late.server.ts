import type { Writer } from '../ports';
import { ensureKey } from '../shoppers/key-store.server';
import type { ExposureRequest, WorkedOutArm } from './exposure';
import { findExposure, saveDraw, saveExposure } from './exposure-store.server';

/**
 * Logs an exposure that happened before its shopper could be believed: with the arm that was acted on then, and its draws
 * at that moment. A business key that was exposed already stays as it is.
 */
export async function exposeLate(
  tx: Writer,
  request: Omit<ExposureRequest, 'alsoKeys' | 'cap' | 'shopDomain'>,
  { draws, ...drawn }: WorkedOutArm,
): Promise<void> {
  const { shopId, key, at } = request;
  if (await findExposure(tx, request)) return;
  const { id: keyId } = await ensureKey(tx, { shopId, ...key, at });
  for (const draw of draws) await saveDraw(tx, { layerId: draw.layerId, keyId, shopId, at }, draw);
  await saveExposure(tx, request, { keyId, ...drawn });
}
