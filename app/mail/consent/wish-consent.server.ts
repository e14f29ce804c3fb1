import type { Ports, Tx } from '../../ports';
import { customerOfKey, keepWish } from './consent-wish-store.server';

/**
 * Notes in the transaction of an unsubscribe that Shopify's record should say the same, or (`undo`) that it was taken back. Only
 * for a customer's own key: of a guest Shopify has no record that we know.
 */
export async function wishConsent(
  ports: Pick<Ports, 'jobs'>,
  tx: Tx,
  about: {
    readonly shopId: number;
    readonly keyId: number | null;
    readonly emailHash: string;
    readonly undo: boolean;
    readonly at: Date;
  },
): Promise<void> {
  const { shopId, keyId, emailHash, undo, at } = about;
  if (keyId === null) return;
  const customerId = await customerOfKey(tx, shopId, keyId);
  if (customerId === null) return;
  const wanted = undo ? 'subscribed' : 'unsubscribed';
  await keepWish(tx, { shopId, customerId, emailHash, wanted, at });
  await ports.jobs.enqueue(tx, { kind: 'mail.write-consent', shopId, key: `consent:${shopId}` });
}
