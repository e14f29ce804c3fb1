import type { Ports } from '../ports';
import { ensureKeyHot, linkBrowserHot } from './hot-key-store.server';
import { recountJob } from './recount-job';
import type { ShopperName } from './shopper-key';

/** Keeps that an account was signed in with a browser, as Shopify's signature vouches. */
export async function linkSignIn(
  ports: Pick<Ports, 'db' | 'jobs'>,
  { shopId, account, browser, at }: { shopId: number; account: ShopperName; browser: ShopperName; at: Date },
): Promise<void> {
  await ports.db.hot.write((hot) => {
    const one = ensureKeyHot(hot, shopId, account, at);
    linkBrowserHot(hot, shopId, one.id, browser, at);
    ports.jobs.enqueueHot(hot, recountJob(shopId, one.id));
  });
}
