/** A shop for the shelf's benchmark: shoppers with a browser, an account and three forecasts each. */
import { createHash } from 'node:crypto';
import { startLayer } from '../app/holdout/layer-store.server';
import { STANDING_HOLDOUT_BP, TACTIC_CONTROL_BP } from '../app/holdout/layer';
import type { Database, HotWriter } from '../app/ports';
import { localDay } from '../app/shops/local-day';

export const SHOP = 'larder-bench.myshopify.com';
const PRODUCTS = 60;
const PER_CHUNK = 5_000;

/** The random id of a shopper's browser; ids of strangers start beyond the shop's shoppers. */
export function browserOf(shopper: number): string {
  return createHash('sha256').update(`browser ${shopper}`).digest('base64url').slice(0, 22);
}

/** Of eight known shoppers five have something due: 50 to 30 in the mix of requests. */
export function hasItems(shopper: number): boolean {
  return shopper % 8 < 5;
}

export async function fillShop(db: Database, shoppers: number, at: Date): Promise<void> {
  const shopId = await db.write(async (tx) => {
    const shop = await tx.shop.create({ data: { domain: SHOP, timeZone: 'Europe/London', installedAt: at } });
    await tx.tactic.create({
      data: { shopId: shop.id, name: 'shelf', state: 'on', changedAt: at, firstOnAt: at },
    });
    await startLayer(tx, { shopId: shop.id, name: 'holdout', shareBp: STANDING_HOLDOUT_BP, at });
    await startLayer(tx, { shopId: shop.id, name: 'shelf', shareBp: TACTIC_CONTROL_BP, at });
    for (let id = 1; id <= PRODUCTS; id += 1) {
      const ids = { shopId: shop.id, productId: BigInt(id) };
      const live = {
        handle: `product-${id}`,
        title: `Product ${id}`,
        tags: [],
        isLive: true,
        shopifyUpdatedAt: at,
      };
      await tx.product.create({ data: { ...ids, ...live, isAvailable: true } });
      await tx.variant.create({
        data: { ...ids, variantId: BigInt(id * 10), title: '', priceMinor: 500, isAvailable: true },
      });
      const verdict = { modelSays: true, holds: true, score: 1, evidence: {}, decidedAt: at };
      await tx.consumable.create({ data: { ...ids, ...verdict } });
    }
    return shop.id;
  });
  const todayOn = localDay(at, 'Europe/London');
  for (let from = 0; from < shoppers; from += PER_CHUNK) {
    const to = Math.min(shoppers, from + PER_CHUNK);
    await db.hot.write((hot) => {
      for (let shopper = from; shopper < to; shopper += 1) fillShopper(hot, { shopId, shopper, todayOn, at });
    });
  }
}

const KEY = `INSERT INTO "ShopperKey" ("id", "shopId", "kind", "value", "personId", "createdAt") VALUES (?, ?, ?, ?, ?, ?)`;
const LINK = `INSERT INTO "ShopperLink" ("shopId", "aKeyId", "bKeyId", "source", "at") VALUES (?, ?, ?, 'order', ?)`;
const FORECAST = `
  INSERT INTO "Forecast" ("shopId", "keyId", "productId", "variantId", "quantity", "purchases", "lastOn", "windowFromOn",
    "medianOn", "windowToOn", "bestOn", "expiresOn", "rank", "evidence", "refreshedAt")
  VALUES (?, ?, ?, ?, 1, 2, ?, ?, ?, ?, ?, ?, ?, '{}', ?)`;

function fillShopper(
  hot: HotWriter,
  { shopId, shopper, todayOn, at }: { shopId: number; shopper: number; todayOn: number; at: Date },
): void {
  const [browserKey, accountKey, now] = [2 * shopper + 1, 2 * shopper + 2, at.getTime()];
  hot.prepare(KEY).run(browserKey, shopId, 'browser', browserOf(shopper), browserKey, now);
  hot.prepare(KEY).run(accountKey, shopId, 'account', String(5_000_000_000 + shopper), browserKey, now);
  hot.prepare(LINK).run(shopId, browserKey, accountKey, now);
  const dueOn = hasItems(shopper) ? todayOn : todayOn + 30;
  for (let n = 0; n < 3; n += 1) {
    const product = ((shopper * 7 + n * 19) % PRODUCTS) + 1;
    const window = [dueOn - 2, dueOn, dueOn + 4, dueOn, dueOn + 40];
    hot
      .prepare(FORECAST)
      .run(shopId, browserKey, product, product * 10, todayOn - 30, ...window, (n + 1) / 4, now);
  }
}
