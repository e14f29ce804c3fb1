import { afterEach, beforeEach, expect, it } from 'vitest';
import { makePurchaseShop } from '../../test/support/purchase-shop';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../test/support/test-ports';
import { SIZE_READER } from './pack-size';
import { rereadSizes } from './reread-sizes.server';
import { loadSizesReadBefore, saveReadSizes } from './size-store.server';

let ports: TestPorts;
beforeEach(async () => {
  ports = await makeTestPorts();
});
afterEach(() => ports.close());

interface Stored {
  readonly title?: string;
  readonly packAmount?: number;
  readonly packUnit?: string;
  readonly isPackOwn?: boolean;
}

const addVariant = (shopId: number, id: bigint, productId: bigint, stored: Stored = {}) =>
  ports.db.write((tx) =>
    tx.prisma.variant.create({
      data: {
        ...{ shopId, variantId: id, productId, title: 'Default Title', priceMinor: 1, isAvailable: true },
        ...stored,
      },
    }),
  );

const setProducts = (shopId: number, data: { readonly title?: string; readonly sizesReadBy: number }) =>
  ports.db.write((tx) => tx.prisma.product.updateMany({ where: { shopId }, data }));

const sizes = async (shopId: number) =>
  (await ports.db.read.prisma.variant.findMany({ where: { shopId }, orderBy: { variantId: 'asc' } })).map(
    ({ packAmount, packUnit }) => (packAmount === null ? null : `${packAmount} ${packUnit}`),
  );

/** What a product of the present version is not read by. */
const OLDER = SIZE_READER - 1;

it('reads titles anew that an older reader read, and no size that the merchant filled in', async () => {
  const { id: shopId } = await makePurchaseShop(ports, [1n]);
  await setProducts(shopId, { title: 'Bohnen 1 000 g', sizesReadBy: OLDER });
  await addVariant(shopId, 11n, 1n);
  await addVariant(shopId, 12n, 1n, { packAmount: 5, packUnit: 'g' });
  await addVariant(shopId, 13n, 1n, { packAmount: 980, packUnit: 'g', isPackOwn: true });
  await addVariant(shopId, 14n, 1n, { title: '500 g', packAmount: 500, packUnit: 'g' });
  await rereadSizes(ports, { shopId });
  expect(await sizes(shopId)).toEqual(['1000 g', '1000 g', '980 g', '500 g']);
  expect(await ports.db.read.prisma.product.findFirst({ where: { shopId } })).toMatchObject({
    sizesReadBy: SIZE_READER,
  });
});

it('takes a size back that is in no title', async () => {
  const { id: shopId } = await makePurchaseShop(ports, [1n]);
  await setProducts(shopId, { title: 'Aptamil 2 800 g', sizesReadBy: OLDER });
  await addVariant(shopId, 11n, 1n, { packAmount: 800, packUnit: 'g' });
  await rereadSizes(ports, { shopId });
  expect(await sizes(shopId)).toEqual([null]);
});

it.each([
  ['read by this version', SIZE_READER],
  ['taken in before it was kept whose word a size is', 0],
])('leaves what was %s', async (_, sizesReadBy) => {
  const { id: shopId } = await makePurchaseShop(ports, [1n]);
  await setProducts(shopId, { title: 'Bohnen 1 kg', sizesReadBy });
  await addVariant(shopId, 11n, 1n, { packAmount: 5, packUnit: 'g' });
  await rereadSizes(ports, { shopId });
  expect(await sizes(shopId)).toEqual(['5 g']);
});

it('goes through a catalogue of many steps, of one shop only', async () => {
  const ids = Array.from({ length: 205 }, (_, i) => BigInt(i + 1));
  const { id: shopId } = await makePurchaseShop(ports, ids);
  const { id: other } = await makeTestShop(ports, { domain: 'other.myshopify.com' });
  await setProducts(shopId, { title: 'Bohnen 1 kg', sizesReadBy: OLDER });
  for (const id of [1n, 100n, 101n, 205n]) await addVariant(shopId, 1000n + id, id);
  await addVariant(other, 1001n, 1n);
  await rereadSizes(ports, { shopId });
  expect(await sizes(shopId)).toEqual(Array(4).fill('1000 g'));
  expect(await sizes(other)).toEqual([null]);
  const left = await ports.db.write((tx) => loadSizesReadBefore(tx, shopId, SIZE_READER, 10));
  expect(left).toEqual([]);
});

it('a run that breaks off is carried on', async () => {
  const { id: shopId } = await makePurchaseShop(ports, [1n, 2n]);
  await setProducts(shopId, { title: 'Bohnen 1 kg', sizesReadBy: OLDER });
  await addVariant(shopId, 11n, 1n);
  await addVariant(shopId, 12n, 2n);
  const pack = { amount: 7, unit: 'g' } as const;
  await ports.db.write((tx) => saveReadSizes(tx, shopId, [{ variantId: 11n, pack }], [1n], SIZE_READER));
  await rereadSizes(ports, { shopId });
  expect(await sizes(shopId)).toEqual(['7 g', '1000 g']);
});
