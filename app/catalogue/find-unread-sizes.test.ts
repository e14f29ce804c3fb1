import { afterEach, beforeEach, expect, it } from 'vitest';
import { addJudged } from '../../test/support/judged-shop';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../test/support/test-ports';
import { findUnreadSizes } from './find-unread-sizes.server';

let ports: TestPorts;
let shopId: number;
beforeEach(async () => {
  ports = await makeTestPorts();
  shopId = (await makeTestShop(ports)).id;
});
afterEach(() => ports.close());

const COFFEE = { productId: 9007199254740993n, title: 'House coffee', isConsumable: true };
const TEA = { productId: 9007199254740995n, title: 'Assam tea', isConsumable: true };

const variant = (
  variantId: bigint,
  { productId }: { productId: bigint },
  title: string,
  packAmount?: number,
) => ({
  ...{ shopId, variantId, productId, title, priceMinor: 900, isAvailable: true },
  ...(packAmount === undefined ? {} : { packAmount, packUnit: 'g' }),
});

it('names the variants of a product whose size cannot be read, and of no other product or shop', async () => {
  await addJudged(ports, shopId, [COFFEE, TEA]);
  await ports.db.write((tx) =>
    tx.prisma.variant.createMany({
      data: [
        variant(1n, COFFEE, '250 g', 250),
        variant(2n, COFFEE, 'Sampler'),
        variant(3n, TEA, 'Loose'),
        variant(4n, TEA, 'In a tin'),
      ],
    }),
  );
  const ids = [COFFEE.productId, TEA.productId];
  const found = await findUnreadSizes(ports, shopId, ids);
  expect([...found]).toEqual([[COFFEE.productId, { unread: ['Sampler'], of: 2 }]]);
  const other = await makeTestShop(ports, { domain: 'other.myshopify.com' });
  expect((await findUnreadSizes(ports, other.id, ids)).size).toBe(0);
});
