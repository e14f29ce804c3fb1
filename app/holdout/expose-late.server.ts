import type { HotWriter } from '../ports';
import { ensureKeyHot } from '../shoppers/hot-key-store.server';
import type { ExposureRequest, WorkedOutArm } from './exposure';
import { findExposure, saveDraw, saveExposure } from './exposure-store.server';

/**
 * Logs an exposure that happened before its shopper could be believed: with the arm that was acted on then, and its draws
 * at that moment. A business key that was exposed already stays as it is.
 */
export function exposeLate(
  hot: HotWriter,
  request: Omit<ExposureRequest, 'alsoKeys' | 'cap' | 'shopDomain'>,
  { draws, ...drawn }: WorkedOutArm,
): void {
  const { shopId, key, at } = request;
  if (findExposure(hot, request)) return;
  const keyId = ensureKeyHot(hot, shopId, key, at).id;
  for (const draw of draws) saveDraw(hot, { layerId: draw.layerId, keyId, shopId, at }, draw);
  saveExposure(hot, request, { keyId, ...drawn });
}
