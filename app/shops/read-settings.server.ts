import type { Ports } from '../ports';
import { shopSettingsAnswer } from '../shopify/answers';
import { SHOP_SETTINGS } from '../shopify/queries';
import { loadShop, saveSettings } from './shop-store.server';

/** Job `shops.read-settings`: name, money, clock, country and granted scopes of a shop; then its history may be read. */
export async function readSettings(
  ports: Pick<Ports, 'db' | 'jobs' | 'admin'>,
  job: { readonly shopId: number },
): Promise<void> {
  const shop = await loadShop(ports.db.read, job.shopId);
  if (!shop || shop.uninstalledAt) return;
  const answer = await ports.admin.query(shop.domain, SHOP_SETTINGS, {}, shopSettingsAnswer);
  await ports.db.write(async (tx) => {
    await saveSettings(tx, shop.id, {
      name: answer.shop.name,
      currency: answer.shop.currencyCode,
      timeZone: answer.shop.ianaTimezone,
      country: answer.shop.billingAddress?.countryCodeV2 ?? null,
      scopes: answer.currentAppInstallation.accessScopes.map((scope) => scope.handle).join(','),
    });
    await ports.jobs.enqueue(tx, { kind: 'orders.backfill', shopId: shop.id, key: `${shop.id}` });
  });
}
