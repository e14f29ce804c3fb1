import { afterEach, beforeEach, expect, it } from 'vitest';
import { openShelfShop, type ShelfShop } from '../../test/support/shelf-shop';
import { makeTestPorts, type TestPorts } from '../../test/support/test-ports';
import { publishTopSellers } from './publish-top-sellers.server';

let ports: TestPorts;
let shop: ShelfShop;
let sent: unknown[];
let refusal: string | null;

beforeEach(async () => {
  sent = [];
  refusal = null;
  ports = await makeTestPorts({
    admin: {
      async query(_domain, document, variables, schema) {
        if (document.includes('query CurrentInstallation')) {
          return schema.parse({ currentAppInstallation: { id: 'gid://shopify/AppInstallation/1' } });
        }
        sent.push(variables.metafields);
        const userErrors = refusal ? [{ field: null, message: refusal }] : [];
        return schema.parse({ metafieldsSet: { userErrors } });
      },
    },
  });
  shop = await openShelfShop(ports);
});

afterEach(() => ports.close());

let lines = 0n;

async function sell(
  productId: bigint,
  { orders, quantity = 1, daysAgo = 1 }: { orders: number; quantity?: number; daysAgo?: number },
) {
  const fixed = { shopId: shop.id, productId, quantity, boughtOn: shop.todayOn - daysAgo, unitPriceMinor: 1 };
  const data = Array.from({ length: orders }, () => ({
    ...fixed,
    lineId: ++lines,
    orderId: lines,
    isSubscription: false,
  }));
  await ports.db.write((tx) => tx.prisma.purchase.createMany({ data }));
}

it('publishes what sells best and may be shown, as handles, best first', async () => {
  for (const id of [1n, 2n, 6n]) await shop.stock(id);
  await shop.stock(3n, { isSensitive: true });
  await shop.stock(4n, { isAvailable: false });
  await shop.stock(5n, { isLive: false });
  await sell(1n, { orders: 2, quantity: 50 });
  await sell(2n, { orders: 3 });
  for (const id of [3n, 4n, 5n]) await sell(id, { orders: 9 });
  await sell(6n, { orders: 9, daysAgo: 61 });
  await publishTopSellers(ports, { shopId: shop.id });
  const owner = { ownerId: 'gid://shopify/AppInstallation/1', namespace: 'larder' };
  expect(sent).toEqual([
    [
      { ...owner, key: 'top_sellers', type: 'json', value: '["product-2","product-1"]' },
      { ...owner, key: 'proxy_path', type: 'single_line_text_field', value: '/apps/larder' },
    ],
  ]);
});

it('publishes an empty list for a shop that sold nothing, so that the theme falls back', async () => {
  await publishTopSellers(ports, { shopId: shop.id });
  expect(sent).toMatchObject([[{ value: '[]' }, {}]]);
});

it('fails with what Shopify said', async () => {
  refusal = 'Value is too large';
  await expect(publishTopSellers(ports, { shopId: shop.id })).rejects.toThrow('Value is too large');
});

it('leaves a shop alone that uninstalled', async () => {
  await ports.db.write((tx) => tx.prisma.shop.updateMany({ data: { uninstalledAt: ports.clock.now() } }));
  await publishTopSellers(ports, { shopId: shop.id });
  expect(sent).toEqual([]);
});
