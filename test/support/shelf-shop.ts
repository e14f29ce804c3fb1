/** A shop with the refill shelf switched on, and the rows that a shelf's decision reads. */
import type { Prisma } from '@prisma/client';
import { drawHoldout, drawTactic } from '../../app/holdout/draw';
import type { Arm } from '../../app/holdout/exposure';
import { STANDING_HOLDOUT_BP, TACTIC_CONTROL_BP } from '../../app/holdout/layer';
import { startLayer } from '../../app/holdout/layer-store.server';
import { ensureKey } from '../../app/shoppers/key-store.server';
import type { ShopperName } from '../../app/shoppers/shopper-key';
import { signProxyQuery } from '../../app/shopify/verify-proxy';
import { localDay } from '../../app/shops/local-day';
import { makeTestShop, TEST_SECRET, type TestPorts } from './test-ports';

export interface ShelfShop {
  readonly id: number;
  readonly domain: string;
  readonly todayOn: number;
  /** A product that is for sale and holds as a consumable; its variant has ten times its id. */
  stock(productId: bigint, part?: Partial<Prisma.ProductUncheckedCreateInput>): Promise<void>;
  /** Something that a shopper is likely to run out of today. */
  forecast(
    name: ShopperName,
    productId: bigint,
    part?: Partial<Prisma.ForecastUncheckedCreateInput>,
  ): Promise<void>;
  /** The n-th account, or browser, whom the layers put into an arm. */
  shopperIn(arm: Arm, kind: 'account' | 'browser', n?: number): ShopperName;
  /** A request as Shopify's app proxy signs it. `path_prefix` in the query stands for a renamed path. */
  url(path: string, query: Record<string, string>, account?: ShopperName): URL;
}

/** A random id as browsers make them. */
export function randomId(seed: string | number): string {
  return `${seed}`.padEnd(22, '_');
}

export async function openShelfShop(ports: TestPorts): Promise<ShelfShop> {
  const shop = await makeTestShop(ports);
  const at = ports.clock.now();
  const layers = await ports.db.write(async (tx) => {
    await tx.prisma.tactic.create({
      data: { shopId: shop.id, name: 'shelf', state: 'on', changedAt: at, firstOnAt: at },
    });
    return {
      holdout: await startLayer(tx, { shopId: shop.id, name: 'holdout', shareBp: STANDING_HOLDOUT_BP, at }),
      shelf: await startLayer(tx, { shopId: shop.id, name: 'shelf', shareBp: TACTIC_CONTROL_BP, at }),
    };
  });
  const todayOn = localDay(at, shop.timeZone);

  function armOf(name: ShopperName): Arm {
    const heldOut = drawHoldout(shop.domain, layers.holdout, name, null).arm === 'in';
    return heldOut ? 'holdout' : drawTactic(shop.domain, layers.shelf, name).arm;
  }

  return {
    id: shop.id,
    domain: shop.domain,
    todayOn,
    async stock(productId, part = {}) {
      const product = {
        shopId: shop.id,
        productId,
        handle: `product-${productId}`,
        title: `Product ${productId}`,
        tags: [],
        isLive: true,
        isAvailable: true,
        shopifyUpdatedAt: at,
        ...part,
      };
      const verdict = { modelSays: true, holds: true, score: 1, evidence: {}, decidedAt: at };
      await ports.db.write(async (tx) => {
        await tx.prisma.product.create({ data: product });
        await tx.prisma.variant.create({
          data: {
            shopId: shop.id,
            variantId: productId * 10n,
            productId,
            title: 'Default',
            priceMinor: 500,
            isAvailable: product.isAvailable,
          },
        });
        await tx.prisma.consumable.create({ data: { shopId: shop.id, productId, ...verdict } });
      });
    },
    async forecast(name, productId, part = {}) {
      await ports.db.write(async (tx) => {
        const key = await ensureKey(tx, { shopId: shop.id, ...name, at });
        const days = { lastOn: -30, windowFromOn: -2, medianOn: 0, windowToOn: 3, bestOn: 0, expiresOn: 40 };
        const shifted = Object.fromEntries(Object.entries(days).map(([day, by]) => [day, todayOn + by]));
        await tx.prisma.forecast.create({
          data: {
            shopId: shop.id,
            keyId: key.id,
            productId,
            variantId: productId * 10n,
            quantity: 1,
            purchases: 2,
            rank: 0.5,
            evidence: {},
            refreshedAt: at,
            ...(shifted as typeof days),
            ...part,
          },
        });
      });
    },
    shopperIn(arm, kind, n = 0) {
      for (let number = 1, found = 0; ; number += 1) {
        const name = { kind, value: kind === 'account' ? String(number) : randomId(`${kind}${number}`) };
        if (armOf(name) === arm && found++ === n) return name;
      }
    },
    url(path, query, account) {
      const params = new URLSearchParams({
        path_prefix: '/apps/larder',
        ...query,
        shop: shop.domain,
        logged_in_customer_id: account?.value ?? '',
        timestamp: String(Math.floor(ports.clock.wall().getTime() / 1000)),
      });
      params.set('signature', signProxyQuery(params, TEST_SECRET));
      return new URL(`${path}?${params}`, ports.config.appUrl);
    },
  };
}
