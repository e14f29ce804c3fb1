import { afterEach, beforeEach, expect, it } from 'vitest';
import { makePurchaseShop } from '../../test/support/purchase-shop';
import { makeTestPorts, type TestPorts } from '../../test/support/test-ports';
import { reviewProducts } from './review-products.server';

let ports: TestPorts;
beforeEach(async () => {
  ports = await makeTestPorts();
});
afterEach(() => ports.close());

it('what an older version took in is decided anew, both ways', async () => {
  const { id: shopId } = await makePurchaseShop(ports, [1n, 2n, 3n]);
  const rename = (productId: bigint, data: { title: string; isSensitive: boolean }) =>
    ports.db.write((tx) => tx.prisma.product.updateMany({ where: { shopId, productId }, data }));
  await rename(1n, { title: 'Damenbinden mit Flügeln', isSensitive: false });
  await rename(2n, { title: 'Sanitärreiniger', isSensitive: true });
  await rename(3n, { title: 'House Blend coffee', isSensitive: false });
  await reviewProducts(ports, { shopId });
  const products = await ports.db.read.prisma.product.findMany({
    where: { shopId },
    orderBy: { productId: 'asc' },
  });
  expect(products.map((product) => product.isSensitive)).toEqual([true, false, false]);
  expect(products.map((product) => product.plainTitle)).toEqual([
    'damenbinden mit flugeln',
    'sanitarreiniger',
    'house blend coffee',
  ]);
  await reviewProducts(ports, { shopId: null });
});
