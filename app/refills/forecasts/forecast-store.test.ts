import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePurchaseShop } from '../../../test/support/purchase-shop';
import { makeTestPorts, type TestPorts } from '../../../test/support/test-ports';
import type { ForecastRow } from './forecast-row';
import { replaceForecasts } from './forecast-store.server';

let ports: TestPorts;
let shopId: number;
beforeEach(async () => {
  ports = await makeTestPorts();
  shopId = (await makePurchaseShop(ports, [1n])).id;
});
afterEach(() => ports.close());

const EVIDENCE = { ownGaps: 0, productGaps: 5, level: 'own', stockUpFactor: 1 } as const;
const row = (productId: bigint, from = 10): ForecastRow => ({
  ...{
    productId,
    variantId: from === 10 ? null : 7n,
    quantity: from + 1,
    purchases: from + 2,
    lastOn: from + 3,
  },
  ...{
    windowFromOn: from + 4,
    medianOn: from + 5,
    windowToOn: from + 6,
    bestOn: from + 7,
    expiresOn: from + 8,
  },
  ...{ pReturn: from / 100, rank: from / 200, evidence: { ...EVIDENCE, ownGaps: from } },
});
const replace = (keyId: number, rows: readonly ForecastRow[]) =>
  ports.db.group((tx) => replaceForecasts(tx, shopId, [{ keyId, rows }], ports.clock.now()));
const kept = (keyId: number) =>
  ports.db.read.prisma.forecast.findMany({ where: { shopId, keyId }, orderBy: { productId: 'asc' } });

test('what is forecast anew leaves exactly what a key without a past would have, whatever stood there', async () => {
  const now = [row(2n, 40), row(3n)];
  await replace(1, [row(1n), row(2n)]);
  await replace(1, now);
  await replace(2, now);
  const plain = (rows: Awaited<ReturnType<typeof kept>>) => rows.map(({ keyId: _, ...columns }) => columns);
  expect(plain(await kept(1))).toEqual(plain(await kept(2)));
  expect((await kept(1)).map((stored) => stored.productId)).toEqual([2n, 3n]);
  expect(await kept(1)).toMatchObject([
    { variantId: 7n, bestOn: 47, evidence: { ownGaps: 40 } },
    { bestOn: 17 },
  ]);
  await replace(1, []);
  expect([await kept(1), (await kept(2)).length]).toEqual([[], 2]);
});
