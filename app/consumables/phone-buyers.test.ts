import { expect, it } from 'vitest';
import { makeTestPorts, makeTestShop } from '../../test/support/test-ports';
import { loadTallies } from './tally-store.server';

it('counts who is known by a telephone number alone as one buyer, and orders of nobody as one each', async () => {
  const ports = await makeTestPorts();
  const { id: shopId } = await makeTestShop(ports);
  const line = { shopId, productId: 7n, quantity: 1, isSubscription: false };
  await ports.db.write(async (tx) => {
    for (const [index, phoneHash] of ['ada', 'ada', 'ben', null, null].entries()) {
      const ids = { lineId: BigInt(-index - 1), orderId: BigInt(index + 1), boughtOn: 100 + 30 * index };
      await tx.prisma.purchase.create({ data: { ...line, ...ids, phoneHash } });
    }
  });
  const tally = (await loadTallies(ports.db.read, shopId, 400, 2)).get(7n);
  expect(tally?.buyers).toBe(4);
  await ports.close();
});
