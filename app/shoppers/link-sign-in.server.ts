import type { Ports } from '../ports';
import { ensureKey } from './key-store.server';
import { linkBrowser } from './link-store.server';
import { recountJob } from './recount-job';
import type { ShopperName } from './shopper-key';

/** Keeps that an account was signed in with a browser, as Shopify's signature vouches. */
export async function linkSignIn(
  ports: Pick<Ports, 'db' | 'jobs'>,
  { shopId, account, browser, at }: { shopId: number; account: ShopperName; browser: ShopperName; at: Date },
): Promise<void> {
  await ports.db.group(async (tx) => {
    const { id: accountKeyId } = await ensureKey(tx, { shopId, ...account, at });
    await linkBrowser(tx, { shopId, accountKeyId, browser, at });
    await ports.jobs.enqueue(tx, recountJob(shopId, accountKeyId));
  });
}
