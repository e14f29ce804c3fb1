import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPurchases, makePurchaseShop, TODAY_ON } from '../../../test/support/purchase-shop';
import { TASTE_PRODUCTS, tasteLines } from '../../../test/support/taste-shop';
import { makeTestPorts, type TestPorts } from '../../../test/support/test-ports';
import { loadGate } from '../gate/gate-store.server';
import { loadLists, loadNeighbours } from './figure-store.server';
import { learnFigures } from './learn-figures.server';

let ports: TestPorts;
beforeEach(async () => {
  ports = await makeTestPorts();
});
afterEach(() => ports.close());

async function openTasteShop(shoppers: number): Promise<number> {
  const { id } = await makePurchaseShop(ports, TASTE_PRODUCTS);
  const lines = tasteLines({ shoppers, untilOn: TODAY_ON, taste: 0.8 });
  const purchases = lines.map(({ buyer, productId, boughtOn }) => ({
    ...{ productId, day: boughtOn, customerId: BigInt(buyer.slice(1)) },
  }));
  await addPurchases(ports, id, purchases);
  return id;
}

/** In this thread: another one takes seconds to start. */
const learnHere = (shopId: number) => learnFigures(ports, { shopId, payload: {} }, 1_000_000);

const neighboursOf = async (shopId: number, productId: bigint) =>
  (await loadNeighbours(ports.db.read, shopId, [productId])).get(productId) ?? [];
const rows = async () => ({
  neighbours: await ports.db.read.prisma.productNeighbour.findMany(),
  lists: await ports.db.read.prisma.listedProduct.findMany(),
  gates: await ports.db.read.prisma.recommenderGate.findMany({ omit: { decidedAt: true } }),
});

describe('a night', () => {
  it('learns what goes with what, what sells, and that the recommender is worth using', async () => {
    const shopId = await openTasteShop(500);
    await learnHere(shopId);
    const neighbours = await neighboursOf(shopId, 9n);
    expect(neighbours.slice(0, 7).every(({ productId }) => productId >= 9n && productId <= 16n)).toBe(true);
    expect(neighbours.every(({ support, lift }) => support >= 5 && lift >= 1.2)).toBe(true);
    const lists = await loadLists(ports.db.read, shopId, ['lately', 'ever', 'rising', 'category:']);
    expect([...lists.keys()]).toEqual(['ever', 'lately', 'rising'].filter((name) => lists.has(name)));
    expect(lists.get('ever')).toHaveLength(TASTE_PRODUCTS.length);
    expect(await loadGate(ports.db.read, shopId)).toMatchObject({
      ...{ isOpen: true, reason: 'beats-popularity', decidedAt: ports.clock.now() },
    });
  });

  it('comes to the same in a thread of its own', async () => {
    const shopId = await openTasteShop(200);
    await learnFigures(ports, { shopId, payload: {} }, 0);
    const inThread = await rows();
    await learnHere(shopId);
    expect(await rows()).toEqual(inThread);
    expect(inThread.neighbours.length).toBeGreaterThan(100);
  });

  it('forgets what is not so any more: pairs, lists, and what became delicate', async () => {
    const shopId = await openTasteShop(200);
    await ports.db.write((tx) =>
      tx.prisma.product.updateMany({ where: { shopId, productId: 10n }, data: { productType: 'Tea' } }),
    );
    await learnHere(shopId);
    expect(await loadLists(ports.db.read, shopId, ['category:Tea'])).toEqual(
      new Map([['category:Tea', [10n]]]),
    );
    await ports.db.write((tx) =>
      tx.prisma.product.updateMany({ where: { shopId, productId: 10n }, data: { isSensitive: true } }),
    );
    await learnHere(shopId);
    expect(await neighboursOf(shopId, 10n)).toEqual([]);
    const { neighbours, lists } = await rows();
    expect(neighbours.some(({ neighbourId }) => neighbourId === 10n)).toBe(false);
    expect(lists.some(({ productId }) => productId === 10n)).toBe(false);
    await ports.db.write((tx) => tx.prisma.purchase.deleteMany({ where: { shopId } }));
    await learnHere(shopId);
    expect(await rows()).toMatchObject({ ...{ neighbours: [], lists: [] }, gates: [{ isOpen: false }] });
  });

  it('is no error in a shop without products, purchases or Larder', async () => {
    const { id: shopId } = await makePurchaseShop(ports, []);
    await learnHere(shopId);
    expect(await loadGate(ports.db.read, shopId)).toMatchObject({ reason: 'too-few-shoppers' });
    await learnHere(99);
    expect(await loadGate(ports.db.read, 99)).toBeNull();
  });
});

describe('purchases', () => {
  it('of customers, browsers, telephone numbers and single orders are each somebody’s', async () => {
    const { id: shopId } = await makePurchaseShop(ports, [1n, 2n, 3n]);
    const both = (who: object, n: number) =>
      Array.from({ length: n }, (_, i) => i).flatMap((i) =>
        [1n, 2n].map((productId) => ({
          ...{ productId, day: TODAY_ON - 5, customerId: null },
          ...('browserId' in who ? { browserId: `browser-${i}` } : { customerId: BigInt(50 + i) }),
        })),
      );
    await addPurchases(ports, shopId, [...both({}, 3), ...both({ browserId: '' }, 2)]);
    const others = Array.from({ length: 30 }, (_, i) => ({
      ...{ productId: 3n, day: TODAY_ON - 5, customerId: BigInt(900 + i) },
    }));
    await addPurchases(ports, shopId, others);
    await learnHere(shopId);
    expect(await neighboursOf(shopId, 1n)).toMatchObject([{ productId: 2n, support: 5 }]);
    // Guests whose orders nobody can join are alone with each of them.
    const guests = Array.from({ length: 40 }, (_, i) => ({
      ...{ productId: i % 2 === 0 ? 1n : 2n, day: TODAY_ON - 5, customerId: null },
    }));
    await addPurchases(ports, shopId, guests);
    await learnHere(shopId);
    expect((await neighboursOf(shopId, 1n)).map(({ support }) => support)).toEqual([]);
  });

  it('of a subscription, of tomorrow, of another shop and of long ago teach nothing', async () => {
    const { id: shopId } = await makePurchaseShop(ports, [1n, 2n, 3n]);
    const { id: other } = await ports.db.write((tx) =>
      tx.prisma.shop.create({ data: { domain: 'other.myshopify.com', installedAt: ports.clock.now() } }),
    );
    const pairs = (part: { day?: number; isSubscription?: boolean }) =>
      Array.from({ length: 10 }, (_, i) => i).flatMap((i) =>
        [1n, 2n].map((productId) => ({ day: TODAY_ON, ...part, productId, customerId: BigInt(50 + i) })),
      );
    await addPurchases(ports, shopId, [
      ...[...pairs({ isSubscription: true }), ...pairs({ day: TODAY_ON + 1 })],
      ...pairs({ day: TODAY_ON - 800 }),
    ]);
    await addPurchases(ports, other, pairs({}));
    await addPurchases(
      ports,
      shopId,
      Array.from({ length: 30 }, (_, i) => ({ day: TODAY_ON, productId: 3n, customerId: BigInt(900 + i) })),
    );
    await learnHere(shopId);
    expect((await rows()).neighbours).toEqual([]);
  });
});
