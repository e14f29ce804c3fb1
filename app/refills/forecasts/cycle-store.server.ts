import type { Reader } from '../../ports';
import { FALLBACK_CYCLE_DAYS } from '../fold/rhythm';

/** Typical days until buyers of a consumable come back, over all consumables of the shop (geometric mean). */
export async function medianCycleDays(db: Reader, shopId: number): Promise<number> {
  const { _avg } = await db.prisma.productRhythm.aggregate({ where: { shopId }, _avg: { logMean: true } });
  return _avg.logMean === null ? FALLBACK_CYCLE_DAYS : Math.max(1, Math.round(Math.exp(_avg.logMean)));
}
