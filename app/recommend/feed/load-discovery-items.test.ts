import type { Prisma } from '@prisma/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPurchases, TODAY_ON } from '../../../test/support/purchase-shop';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../../test/support/test-ports';
import { ensureKey } from '../../shoppers/key-store.server';
import { setEditorialList } from '../editorial/set-editorial-list.server';
import { saveGate } from '../gate/gate-store.server';
import { saveLists, saveNeighbours } from '../learn/figure-store.server';
import { explores } from './explore';
import { loadDiscoveryItems, type DiscoveryRequest } from './load-discovery-items.server';

let ports: TestPorts;
let shopId: number;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

beforeEach(async () => {
  ports = await makeTestPorts();
  shopId = (await makeTestShop(ports)).id;
});
afterEach(() => ports.close());

/** A product for sale with two variants, of which the first is sold out. */
async function stock(id: number, part: Partial<Prisma.ProductUncheckedCreateInput> = {}, shop = shopId) {
  const productId = BigInt(id);
  const product = {
    ...{ shopId: shop, productId, handle: `thing-${id}`, title: `Thing ${LETTERS[id]}`, tags: [] },
    ...{ isLive: true, isAvailable: true, shopifyUpdatedAt: ports.clock.now(), ...part },
  };
  const variant = { shopId: shop, productId, title: '', priceMinor: 500 };
  await ports.db.write(async (tx) => {
    await tx.prisma.product.create({ data: product });
    for (const [n, isAvailable] of [false, product.isAvailable, product.isAvailable].entries())
      await tx.prisma.variant.create({
        data: { ...variant, variantId: productId * 10n + BigInt(n), isAvailable },
      });
  });
}

/** Figures as a night leaves them. */
async function learned(about: {
  readonly isOpen: boolean;
  readonly pairs?: readonly (readonly [product: number, neighbour: number, strength: number])[];
  readonly lists?: Readonly<Record<string, readonly number[]>>;
}) {
  const compared = { recommended: 0, popular: 0, difference: 0, low: 0, high: 0 };
  const figures = { shoppers: 500, lists: 700, hitRate: compared, ndcg: compared };
  const at = ports.clock.now();
  await ports.db.group(async (tx) => {
    const reason = about.isOpen ? 'beats-popularity' : 'does-not-beat-popularity';
    await saveGate(tx, shopId, {
      isOpen: about.isOpen,
      reason,
      figures,
      decidedAt: at,
    });
    const pairs = (about.pairs ?? []).map(([product, neighbour, strength]) => ({
      productId: BigInt(product),
      neighbours: [{ productId: BigInt(neighbour), support: 12, lift: 3, strength }],
    }));
    const products = [...new Set(pairs.map(({ productId }) => productId))].map((productId) => ({
      productId,
      neighbours: pairs
        .filter((pair) => pair.productId === productId)
        .flatMap(({ neighbours }) => neighbours),
    }));
    await saveNeighbours(tx, shopId, products);
    const lists = Object.entries(about.lists ?? {}).map(([list, ids]) => ({
      list,
      productIds: ids.map(BigInt),
    }));
    await saveLists(tx, shopId, lists);
  });
}

/** A list of the account's in which no slot explores, unless one is asked for. */
function listOf(explored = false): string {
  for (let n = 0; ; n += 1) {
    const seed = { shop: 'corner.myshopify.com', list: `list-${n}`, shopper: 'account:7' };
    if ([0, 1, 2, 3].some((slot) => explores(seed, slot)) === explored) return seed.list;
  }
}

async function itemsFor(part: Partial<DiscoveryRequest> = {}) {
  const request = {
    buyer: { kind: 'account', value: '7' },
    list: listOf(),
    count: 4,
    shopId,
    ...part,
  } as const;
  return loadDiscoveryItems(ports, request);
}
const wordsOf = (items: Awaited<ReturnType<typeof itemsFor>>) =>
  items.map(({ title, words }) => `${title}: ${words}`);

describe('with the gate open', () => {
  beforeEach(async () => {
    for (const id of [1, 2, 3, 4, 5, 6, 7, 8, 9]) await stock(id, { productType: id % 2 === 0 ? 'Tea' : '' });
    await addPurchases(ports, shopId, [{ day: TODAY_ON - 14, productId: 2n }]);
  });

  it('goes from what is bought together over the category to top sellers, each with its reason', async () => {
    await learned({
      isOpen: true,
      pairs: [
        [2, 5, 0.2],
        [2, 3, 0.4],
      ],
      lists: { lately: [9, 3, 2], 'category:Tea': [2, 4], ever: [1] },
    });
    const items = await itemsFor();
    expect(wordsOf(items)).toEqual([
      'Thing d: Often bought with Thing c',
      'Thing f: Often bought with Thing c',
      'Thing e: Also in Tea',
      'Thing j: Popular in the shop lately',
    ]);
    expect(items[0]).toMatchObject({
      ...{ productId: 3n, variantId: 31n, handle: 'thing-3' },
      reason: { kind: 'bought-together', withProductId: 2n, support: 12, lift: 3 },
    });
  });

  it('never says or follows what was bought when that is delicate or gone', async () => {
    const about = { pairs: [[2, 5, 0.2]], lists: { 'category:Tea': [4], lately: [1, 3, 6, 8] } } as const;
    await learned({ isOpen: true, ...about });
    for (const data of [{ isSensitive: true }, { isSensitive: false, deletedAt: ports.clock.now() }]) {
      await ports.db.write((tx) => tx.prisma.product.updateMany({ where: { productId: 2n }, data }));
      expect((await itemsFor()).map(({ reason }) => reason.kind)).toEqual(Array(4).fill('top-seller'));
    }
  });

  it('takes a category that says nothing for none', async () => {
    await learned({ isOpen: true, lists: { 'category:Uncategorized': [4], lately: [1, 3, 6, 8] } });
    const data = { categoryName: 'Uncategorized', productType: '' };
    await ports.db.write((tx) => tx.prisma.product.updateMany({ data }));
    expect((await itemsFor()).map(({ reason }) => reason.kind)).toEqual(Array(4).fill('top-seller'));
  });

  it('takes what the caller knows of as owned', async () => {
    await learned({ isOpen: true, pairs: [[1, 5, 0.2]], lists: { lately: [1, 2, 3] } });
    const items = await itemsFor({ buyer: null, alsoOwned: [1n, 77n] });
    expect(wordsOf(items).slice(0, 2)).toEqual([
      'Thing f: Often bought with Thing b',
      'Thing c: Popular in the shop lately',
    ]);
  });

  it('shows a browser only what follows from its own orders', async () => {
    await learned({ isOpen: true, pairs: [[2, 5, 0.2]], lists: { lately: [1, 2, 3, 4] } });
    const browser = { kind: 'browser', value: 'b'.repeat(22) } as const;
    expect(
      (await itemsFor({ buyer: browser })).every(({ reason }) => reason.kind !== 'bought-together'),
    ).toBe(true);
    await addPurchases(ports, shopId, [
      { day: TODAY_ON - 3, productId: 2n, customerId: 8n, browserId: browser.value },
    ]);
    expect((await itemsFor({ buyer: browser })).map(({ productId }) => productId)).toContain(5n);
  });
});

it('is top sellers while the gate is shut, and before a night has judged', async () => {
  for (const id of [1, 2, 3, 4, 5]) await stock(id);
  await addPurchases(ports, shopId, [{ day: TODAY_ON - 14, productId: 2n }]);
  await learned({ isOpen: false, pairs: [[2, 5, 0.9]], lists: { lately: [1, 2, 3, 4] } });
  expect((await itemsFor()).map(({ productId }) => productId)).toEqual([1n, 3n, 4n, 5n]);
  await ports.db.write((tx) => tx.prisma.recommenderGate.deleteMany());
  expect((await itemsFor()).map(({ reason }) => reason.kind)).toEqual([
    ...['top-seller', 'top-seller', 'top-seller', 'newest'],
  ]);
});

describe('a cold start', () => {
  it('goes from lately over ever to the newest', async () => {
    for (const id of [1, 2, 3, 4, 5, 6]) await stock(id);
    await learned({ isOpen: true, lists: { ever: [2, 1] } });
    expect(wordsOf(await itemsFor({ buyer: null }))).toEqual([
      'Thing c: Chosen by other shoppers',
      'Thing b: Chosen by other shoppers',
      'Thing g: Among the newest in the shop',
      'Thing f: Among the newest in the shop',
    ]);
  });

  it('of a shop that has never sold anything is what is newest; of one without products nothing', async () => {
    expect(await itemsFor({ buyer: null })).toEqual([]);
    await stock(1);
    await stock(2, { isAvailable: false });
    await stock(3, { isSensitive: true });
    await stock(4, { isGiftCard: true });
    await stock(5, { requiresSellingPlan: true });
    expect(wordsOf(await itemsFor())).toEqual(['Thing b: Among the newest in the shop']);
    expect(await itemsFor({ shopId: 99 })).toEqual([]);
  });

  it('shows nothing of another shop', async () => {
    const other = await makeTestShop(ports, { domain: 'other.myshopify.com' });
    await stock(1, {}, other.id);
    expect(await itemsFor({ buyer: null })).toEqual([]);
  });
});

it('offers again what is used up, and not what is left', async () => {
  for (const id of [1, 2, 3]) {
    await stock(id);
    const verdict = { modelSays: true, holds: true, score: 1, evidence: {}, decidedAt: ports.clock.now() };
    await ports.db.write(async (tx) => {
      const key = await ensureKey(tx, { shopId, kind: 'account', value: '7', at: ports.clock.now() });
      await tx.prisma.consumable.create({ data: { shopId, productId: BigInt(id), ...verdict } });
      // The first is due, the second is not, of the third nothing is foretold.
      if (id === 3) return;
      const bestOn = TODAY_ON + (id === 1 ? 0 : 1);
      const days = { lastOn: 0, windowFromOn: 0, medianOn: bestOn, windowToOn: bestOn, expiresOn: bestOn };
      await tx.prisma.forecast.create({
        data: {
          ...{ shopId, keyId: key.id, productId: BigInt(id), quantity: 1, purchases: 2, rank: 1 },
          ...{ ...days, bestOn, evidence: {}, refreshedAt: ports.clock.now() },
        },
      });
    });
  }
  await addPurchases(
    ports,
    shopId,
    [1n, 2n, 3n].map((productId) => ({ day: TODAY_ON - 40, productId })),
  );
  expect((await itemsFor()).map(({ productId }) => productId)).toEqual([1n]);
});

describe('the merchant’s picks', () => {
  it('take the slot in five of those who have one', async () => {
    for (const id of [1, 2, 3, 4, 5, 6]) await stock(id);
    await learned({ isOpen: false, lists: { lately: [1, 2, 3, 4] } });
    expect(await setEditorialList(ports, { shopId, productIds: [6n] })).toEqual({
      kind: 'saved',
      products: 1,
    });
    const kinds = async (list: string) => (await itemsFor({ list })).map(({ reason }) => reason.kind);
    expect(await kinds(listOf(false))).toEqual(Array(4).fill('top-seller'));
    expect((await kinds(listOf(true))).filter((kind) => kind === 'editorial')).toHaveLength(1);
  });

  it('are set as a whole, in their order, and refused as a whole', async () => {
    for (const id of [1, 2, 3]) await stock(id);
    await stock(4, { deletedAt: ports.clock.now(), isLive: false });
    const set = (...ids: readonly number[]) =>
      setEditorialList(ports, { shopId, productIds: ids.map(BigInt) });
    const stored = async () =>
      (await ports.db.read.prisma.editorialItem.findMany({ orderBy: { place: 'asc' } })).map((item) =>
        Number(item.productId),
      );
    await set(1, 2);
    expect(await stored()).toEqual([1, 2]);
    await set(3, 1);
    expect(await stored()).toEqual([3, 1]);
    expect(await set(1, 4)).toEqual({ kind: 'refused', reason: 'unknown-product' });
    expect(await set(1, 99)).toEqual({ kind: 'refused', reason: 'unknown-product' });
    expect(await set(1, 1)).toEqual({ kind: 'refused', reason: 'named-twice' });
    expect(await set(...Array.from({ length: 51 }, (_, i) => i))).toEqual({
      kind: 'refused',
      reason: 'too-many',
    });
    expect(await stored()).toEqual([3, 1]);
    await set();
    expect(await stored()).toEqual([]);
  });
});
