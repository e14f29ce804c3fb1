import { afterEach, beforeEach, expect, it } from 'vitest';
import { makePurchaseShop } from '../../test/support/purchase-shop';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../test/support/test-ports';
import { explainSensitivity } from './explain-sensitivity.server';

let ports: TestPorts;
let shopId: number;
beforeEach(async () => {
  ports = await makeTestPorts();
  shopId = (await makePurchaseShop(ports, [1n])).id;
});
afterEach(() => ports.close());

const about = (data: { title: string; tags?: string[]; isSensitive: boolean }) =>
  ports.db.write((tx) => tx.prisma.product.updateMany({ where: { shopId, productId: 1n }, data }));

it('says what it rests on', async () => {
  await about({ title: 'Condoms', isSensitive: true });
  expect(await explainSensitivity(ports, shopId, 1n)).toEqual({
    ...{ isSensitive: true, by: 'title', words: 'Condoms', isOutdated: false },
  });
  await about({ title: 'Condoms', tags: ['larder-not-sensitive'], isSensitive: false });
  expect(await explainSensitivity(ports, shopId, 1n)).toEqual({
    ...{ isSensitive: false, by: 'own-tag', words: 'larder-not-sensitive', isOutdated: false },
  });
});

it('gives no reasons of today for what was decided before', async () => {
  await about({ title: 'Condoms', isSensitive: false });
  expect(await explainSensitivity(ports, shopId, 1n)).toEqual({
    ...{ isSensitive: false, by: null, words: '', isOutdated: true },
  });
});

it('is nothing for an unknown product, or one of another shop', async () => {
  const other = await makeTestShop(ports, { domain: 'other.myshopify.com' });
  expect(await explainSensitivity(ports, shopId, 2n)).toBeNull();
  expect(await explainSensitivity(ports, other.id, 1n)).toBeNull();
});
