import { z } from 'zod';
import type { Ports } from '../ports';
import { CURRENT_INSTALLATION, SET_METAFIELDS } from '../shopify/queries';
import { localDay } from '../shops/local-day';
import { loadShop } from '../shops/shop-store.server';
import { findTopSellers } from './top-seller-store.server';

/** Days of sales that count. */
const TOP_SELLER_DAYS = 60;
/** More than any shelf holds, so that some may sell out; Liquid looks up at most 20 handles a page. */
const TOP_SELLERS_MAX = 12;

const installation = z.object({ currentAppInstallation: z.object({ id: z.string() }) });
const saved = z.object({
  metafieldsSet: z.object({
    userErrors: z.array(z.object({ field: z.array(z.string()).nullable(), message: z.string() })),
  }),
});

/**
 * Job `storefront.publish-top-sellers`: tells the theme block what sells best and where the app proxy is, as data of the app's
 * own installation: no theme file is touched, and all of it goes with the app.
 * @throws Error when Shopify refuses the values.
 */
export async function publishTopSellers(
  ports: Pick<Ports, 'admin' | 'clock' | 'db'>,
  { shopId }: { readonly shopId: number },
): Promise<void> {
  const shop = await loadShop(ports.db.read, shopId);
  if (!shop || shop.uninstalledAt) return;
  const sinceOn = localDay(ports.clock.now(), shop.timeZone) - TOP_SELLER_DAYS;
  const handles = await findTopSellers(ports.db.read, { shopId, sinceOn, limit: TOP_SELLERS_MAX });

  const { currentAppInstallation } = await ports.admin.query(
    shop.domain,
    CURRENT_INSTALLATION,
    {},
    installation,
  );
  const ours = { ownerId: currentAppInstallation.id, namespace: 'larder' };
  const metafields = [
    { ...ours, key: 'top_sellers', type: 'json', value: JSON.stringify(handles) },
    { ...ours, key: 'proxy_path', type: 'single_line_text_field', value: shop.proxyPath },
  ];
  const answer = await ports.admin.query(shop.domain, SET_METAFIELDS, { metafields }, saved);
  const { userErrors } = answer.metafieldsSet;
  if (userErrors.length > 0)
    throw new Error(
      `Shopify refused the top sellers: ${userErrors.map((userError) => userError.message).join('; ')}`,
    );
}
