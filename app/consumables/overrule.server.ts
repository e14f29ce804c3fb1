import type { Ports } from '../ports';
import { saveMerchantWord } from './verdict-store.server';

/**
 * The merchant's word on a product; null takes it back. It holds at once and through every later run of the model;
 * forecasts follow.
 * @returns false when the product was never judged
 */
export async function overruleVerdict(
  ports: Pick<Ports, 'db' | 'clock' | 'jobs'>,
  about: { shopId: number; productId: bigint; merchantSays: boolean | null },
): Promise<boolean> {
  const { shopId, productId, merchantSays } = about;
  const at = ports.clock.now();
  return ports.db.write(async (tx) => {
    const isKnown = await saveMerchantWord(tx, shopId, productId, { merchantSays, at });
    if (isKnown) await ports.jobs.enqueue(tx, { kind: 'refills.rebuild', shopId, key: `${shopId}` });
    return isKnown;
  });
}
