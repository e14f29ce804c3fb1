import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../test/support/test-ports';
import { saveVerdicts } from './evidence-store.server';
import { listConsumables } from './list-consumables.server';
import { overruleVerdict } from './overrule.server';

let ports: TestPorts;
let shopId: number;
const COFFEE = 9007199254740993n;
const MUG = 9007199254740995n;

beforeEach(async () => {
  ports = await makeTestPorts();
  shopId = (await makeTestShop(ports)).id;
  await ports.db.write(async (tx) => {
    for (const [productId, title] of [
      [COFFEE, 'House coffee 250 g'],
      [MUG, '100% wool mug'],
    ] as const) {
      const flags = { isLive: true, isAvailable: true, tags: [], shopifyUpdatedAt: ports.clock.now() };
      await tx.product.create({ data: { shopId, productId, title, handle: `p-${productId}`, ...flags } });
    }
  });
  await judge();
});
afterEach(() => ports.close());

/** As the model's nightly run does. */
function judge(): Promise<void> {
  const evidence = {
    reasons: ['bought-again'],
    kind: 'coffee',
    buyers: 40,
    repeatBuyers: 12,
    gaps: 12,
    logSpread: 0.5,
  };
  const rows = [
    { productId: COFFEE, modelSays: true, score: 0.95, evidence },
    { productId: MUG, modelSays: false, score: 0.1, evidence: { reasons: ['kind-not-used-up'] } },
  ];
  return ports.db.hot.write((hot) => saveVerdicts(hot, shopId, rows, ports.clock.now()));
}

const list = (view: 'consumables' | 'others' | 'overruled', search = '') =>
  listConsumables(ports, { shopId, view, search, page: 1 });

describe('the list of consumables', () => {
  it('shows verdicts with their evidence, ids as decimals', async () => {
    const { rows, counts, pages } = await list('consumables');
    expect(rows).toMatchObject([
      {
        productId: '9007199254740993',
        title: 'House coffee 250 g',
        buyers: 40,
        repeatBuyers: 12,
        holds: true,
      },
    ]);
    expect(counts).toEqual({ consumables: 1, others: 1, overruled: 0 });
    expect(pages).toBe(1);
  });

  it.each([
    ['COFFEE', 1, 0],
    ['100%', 0, 1],
    ['%', 0, 1],
    ['_', 0, 0],
    ["'; DROP", 0, 0],
  ])('finds %s in titles, letter by letter', async (search, consumables, others) => {
    expect((await list('consumables', search)).counts).toEqual({ consumables, others, overruled: 0 });
  });

  it('is empty for a shop without products', async () => {
    const other = await makeTestShop(ports, { domain: 'empty.myshopify.com' });
    const found = await listConsumables(ports, {
      shopId: other.id,
      view: 'consumables',
      search: '',
      page: 7,
    });
    expect(found).toEqual({
      rows: [],
      counts: { consumables: 0, others: 0, overruled: 0 },
      page: 1,
      pages: 1,
    });
  });
});

describe('the merchant’s word', () => {
  it('beats the model, survives its next run, and asks for new forecasts', async () => {
    expect(await overruleVerdict(ports, { shopId, productId: MUG, merchantSays: true })).toBe(true);
    await judge();
    expect((await list('consumables')).rows.map((row) => row.title)).toEqual([
      'House coffee 250 g',
      '100% wool mug',
    ]);
    expect((await list('overruled')).rows).toMatchObject([
      { modelSays: false, merchantSays: true, holds: true },
    ]);
    expect(await ports.db.read.job.findMany({ select: { kind: true, key: true } })).toEqual([
      { kind: 'refills.rebuild', key: `${shopId}` },
    ]);
  });

  it('can be taken back, and is nothing for a product that was never judged', async () => {
    await overruleVerdict(ports, { shopId, productId: MUG, merchantSays: true });
    await overruleVerdict(ports, { shopId, productId: MUG, merchantSays: null });
    expect((await list('consumables')).rows).toHaveLength(1);
    expect((await list('overruled')).rows).toHaveLength(0);
    expect(await overruleVerdict(ports, { shopId, productId: 1n, merchantSays: true })).toBe(false);
  });
});
