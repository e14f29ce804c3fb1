import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../test/support/test-ports';
import { bigId, statement } from '../db/statement';
import { productAnswer } from '../shopify/answers';
import { mayBeNamed, mayBeShown } from './may-be-shown';
import { markProductsDeleted, replaceProducts } from './product-store.server';
import { NAMED_IN_PUBLIC, SHOWN_IN_PUBLIC } from './shown-product-store.server';
import { toProduct } from './to-product';

const NAMED = statement(
  `SELECT p."productId" FROM "Product" p WHERE p."shopId" = :shopId AND ${NAMED_IN_PUBLIC} ORDER BY p."productId"`,
  { productId: bigId },
);
const SHOWN = statement(
  `SELECT p."productId" FROM "Product" p WHERE p."shopId" = :shopId AND ${SHOWN_IN_PUBLIC} ORDER BY p."productId"`,
  { productId: bigId },
);

let ports: TestPorts;
beforeEach(async () => {
  ports = await makeTestPorts();
});
afterEach(() => ports.close());

const anyProduct = fc.record({
  status: fc.constantFrom('ACTIVE', 'ACTIVE', 'DRAFT'),
  onlineStoreUrl: fc.constantFrom('https://corner.test/products/house-blend', null),
  handle: fc.constantFrom('house-blend', 'kaffee-süß', "x' | upcase }}", ''),
  title: fc.constantFrom('House Blend', 'Condoms'),
  isForSale: fc.boolean(),
  isDeleted: fc.boolean(),
});

it('the catalogue’s SQL and its function say the same of every product', async () => {
  const shop = await makeTestShop(ports);
  const products = fc
    .sample(anyProduct, { numRuns: 400, seed: 11 })
    .map(({ isForSale, ...product }, index) => ({
      ...product,
      mapped: toProduct(
        productAnswer.parse({
          ...{ id: `gid://shopify/Product/${index + 1}`, ...product, productType: '', vendor: '', tags: [] },
          ...{ updatedAt: '2026-11-20T10:00:00Z', isGiftCard: false, category: null, featuredMedia: null },
          ...{ requiresSellingPlan: false, sellingPlanGroupsCount: null },
          variants: {
            nodes: [
              {
                ...{ id: `gid://shopify/ProductVariant/${index + 1}`, title: 'Default Title', sku: null },
                ...{
                  price: '7.50',
                  availableForSale: isForSale,
                  unitPriceMeasurement: null,
                  inventoryItem: null,
                },
              },
            ],
            pageInfo: { hasNextPage: false, endCursor: null },
          },
        }),
        { id: shop.id, currency: 'GBP' },
      ),
    }));
  const deleted = products.filter(({ isDeleted }) => isDeleted).map(({ mapped }) => mapped.product.productId);
  await ports.db.write(async (tx) => {
    await replaceProducts(
      tx,
      shop.id,
      products.map(({ mapped }) => mapped),
    );
    await markProductsDeleted(tx, shop.id, deleted, ports.clock.now());
  });

  const stored = await ports.db.read.prisma.product.findMany({
    where: { shopId: shop.id },
    orderBy: { productId: 'asc' },
  });
  const idsWhere = (holds: (product: (typeof stored)[number]) => boolean) =>
    stored.filter(holds).map(({ productId }) => ({ productId }));
  const named = idsWhere((product) => mayBeNamed(product, 'public'));
  const shown = idsWhere((product) => mayBeShown(product, 'public'));
  expect(await ports.db.read.all(NAMED, { shopId: shop.id })).toEqual(named);
  expect(await ports.db.read.all(SHOWN, { shopId: shop.id })).toEqual(shown);
  expect([stored.length > named.length, named.length > shown.length, shown.length > 0]).toEqual([
    true,
    true,
    true,
  ]);
});

it('what is sensitive is shown in private only; what is gone nowhere', () => {
  const tea = { handle: 'tea', isLive: true, deletedAt: null, isAvailable: true, isSensitive: false };
  const asked = (change: Partial<typeof tea> | { readonly deletedAt: Date }) =>
    (['public', 'private'] as const).map((place) => mayBeShown({ ...tea, ...change }, place));
  expect(asked({})).toEqual([true, true]);
  expect(asked({ isSensitive: true })).toEqual([false, true]);
  for (const change of [
    { isLive: false },
    { isAvailable: false },
    { handle: "'" },
    { deletedAt: new Date(0) },
  ])
    expect(asked(change)).toEqual([false, false]);
});
