/** A shop for the shelf's benchmark: shoppers with a browser, an account and three forecasts each. */
import { createHash } from 'node:crypto';
import { statement } from '../app/db/statement';
import { startLayer } from '../app/holdout/layer-store.server';
import { STANDING_HOLDOUT_BP, TACTIC_CONTROL_BP } from '../app/holdout/layer';
import type { Database } from '../app/ports';
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
    const shop = await tx.prisma.shop.create({
      data: { domain: SHOP, timeZone: 'Europe/London', installedAt: at },
    });
    await tx.prisma.tactic.create({
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
      await tx.prisma.product.create({ data: { ...ids, ...live, isAvailable: true } });
      await tx.prisma.variant.create({
        data: { ...ids, variantId: BigInt(id * 10), title: '', priceMinor: 500, isAvailable: true },
      });
      const verdict = { modelSays: true, holds: true, score: 1, evidence: {}, decidedAt: at };
      await tx.prisma.consumable.create({ data: { ...ids, ...verdict } });
    }
    return shop.id;
  });
  const todayOn = localDay(at, 'Europe/London');
  for (let from = 0; from < shoppers; from += PER_CHUNK) {
    const to = Math.min(shoppers, from + PER_CHUNK);
    const chunk = Array.from({ length: to - from }, (_, n) => from + n);
    const forecasts = chunk.flatMap((shopper) => forecastsOf(shopper, todayOn));
    await db.group(async (tx) => {
      await tx.run(KEYS, { shopId, at, lines: chunk.flatMap(keysOf) });
      await tx.run(LINKS, { shopId, at, lines: chunk.map(linkOf) });
      await tx.run(FORECASTS, { shopId, at, lines: forecasts });
    });
  }
}

const KEYS = statement(
  `INSERT INTO "ShopperKey" ("id", "shopId", "kind", "value", "personId", "createdAt")
  SELECT r."id", :shopId, r."kind", r."value", r."personId", :at
  FROM rows(:lines, "id" number, "kind" text, "value" text, "personId" number) AS r`,
);
const LINKS = statement(
  `INSERT INTO "ShopperLink" ("shopId", "aKeyId", "bKeyId", "source", "at")
  SELECT :shopId, r."aKeyId", r."bKeyId", 'order', :at FROM rows(:lines, "aKeyId" number, "bKeyId" number) AS r`,
);
const FORECASTS = statement(
  `INSERT INTO "Forecast" ("shopId", "keyId", "productId", "variantId", "quantity", "purchases", "lastOn", "windowFromOn",
    "medianOn", "windowToOn", "bestOn", "expiresOn", "rank", "evidence", "refreshedAt")
  SELECT :shopId, r."keyId", r."productId", r."productId" * 10, 1, 2, r."lastOn", r."dueOn" - 2, r."dueOn", r."dueOn" + 4,
    r."dueOn", r."dueOn" + 40, r."nth" / 4.0, '{}', :at
  FROM rows(:lines, "keyId" number, "productId" number, "lastOn" number, "dueOn" number, "nth" number) AS r`,
);

const browserKey = (shopper: number) => 2 * shopper + 1;
const accountKey = (shopper: number) => 2 * shopper + 2;

function keysOf(shopper: number) {
  const personId = browserKey(shopper);
  const account = String(5_000_000_000 + shopper);
  return [
    { id: personId, kind: 'browser', value: browserOf(shopper), personId },
    { id: accountKey(shopper), kind: 'account', value: account, personId },
  ];
}

function linkOf(shopper: number) {
  return { aKeyId: browserKey(shopper), bKeyId: accountKey(shopper) };
}

function forecastsOf(shopper: number, todayOn: number) {
  const dueOn = hasItems(shopper) ? todayOn : todayOn + 30;
  return [1, 2, 3].map((nth) => ({
    keyId: browserKey(shopper),
    productId: ((shopper * 7 + (nth - 1) * 19) % PRODUCTS) + 1,
    lastOn: todayOn - 30,
    dueOn,
    nth,
  }));
}
