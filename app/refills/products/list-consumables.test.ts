import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addJudged, type JudgedProduct } from '../../../test/support/judged-shop';
import { plansOf, writeDownStatements, type AnyStatement } from '../../../test/support/query-plans';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../../test/support/test-ports';
import { reviewProducts } from '../../catalogue/review-products.server';
import { CONSUMABLES_PER_PAGE, listConsumables, type ConsumableQuery } from './list-consumables.server';
import { overruleVerdicts } from '../../consumables/overrule.server';
import { VERDICT_SORTS, type VerdictSort } from '../../consumables/verdict-view';

let ports: TestPorts;
let shopId: number;
beforeEach(async () => {
  ports = await makeTestPorts();
  shopId = (await makeTestShop(ports)).id;
});
afterEach(() => ports.close());

const USUAL = { view: 'consumables', search: '', sort: 'repeat', direction: 'descending', page: 1 } as const;
const list = (query: Partial<ConsumableQuery> = {}) => listConsumables(ports, { shopId, ...USUAL, ...query });

const COFFEE = { productId: 9007199254740993n, title: 'House coffee 250 g', isConsumable: true };
const MUG = { productId: 9007199254740995n, title: '100% wool mug', isConsumable: false };

describe('the list of consumables', () => {
  it('shows verdicts with their evidence, ids as decimals', async () => {
    await addJudged(ports, shopId, [COFFEE, MUG]);
    const { rows, counts, pages } = await list();
    expect(rows).toMatchObject([
      {
        productId: '9007199254740993',
        title: COFFEE.title,
        buyers: 40,
        repeatBuyers: 12,
        holds: true,
        curve: { shares: [] },
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
    await addJudged(ports, shopId, [COFFEE, MUG]);
    expect((await list({ search })).counts).toEqual({ consumables, others, overruled: 0 });
  });

  it.each([
    ['käse', 1],
    ['KÄSE', 1],
    ['kase', 1],
    ['Ka\u0308se', 1],
    ['weissbier', 1],
    ['WEISSBIER', 1],
    ['weißbier', 1],
    ['Kon\u00addome', 1],
    ['creme brulee', 1],
    ['ÉLÉ', 0],
  ])('finds %j whatever the case and the accents, and overrules the same', async (search, consumables) => {
    const titles = ['Käsekuchen 500 g', 'Weißbier', 'Kondome', 'Crème Brûlée', 'Élan'];
    const products = titles.map((title, at) => ({ productId: BigInt(at + 1), title, isConsumable: true }));
    await addJudged(ports, shopId, products);
    await reviewProducts(ports, { shopId });
    expect((await list({ search })).counts.consumables).toBe(consumables);
    const selection = { view: 'consumables', search } as const;
    expect(await overruleVerdicts(ports, { shopId, selection, merchantSays: false })).toMatchObject({
      changed: consumables,
    });
  });

  it('is empty for a shop without products, on any page', async () => {
    await addJudged(ports, shopId, [COFFEE]);
    const other = await makeTestShop(ports, { domain: 'empty.myshopify.com' });
    const none = { rows: [], counts: { consumables: 0, others: 0, overruled: 0 }, page: 1, pages: 1 };
    expect(await list({ shopId: other.id, page: 7 })).toEqual(none);
  });

  it('orders by each column both ways, what has no value last', async () => {
    const products: JudgedProduct[] = [
      { productId: 1n, title: 'b', isConsumable: true, buyers: 9, repeatBuyers: 1, score: 0.7 },
      { productId: 2n, title: 'A', isConsumable: true, buyers: 100, repeatBuyers: 5, score: 0.6 },
      { productId: 3n, title: 'c', isConsumable: false, buyers: 20, repeatBuyers: 9, score: 0.3 },
    ];
    await addJudged(ports, shopId, products);
    await ports.db.write(async (tx) => {
      for (const [productId, logMean] of [
        [1n, 4],
        [2n, 2],
      ] as const) {
        const figures = { intervals: 5, buyers: 9, repeatBuyers: 3, logMean, logSd: 1, source: 'product' };
        const kept = {
          quartiles: [1, 2, 3],
          curve: { binDays: 2, shares: [0.5, 1] },
          refreshedAt: ports.clock.now(),
        };
        await tx.prisma.productRhythm.create({ data: { shopId, productId, ...figures, ...kept } });
      }
    });
    await overruleVerdicts(ports, { shopId, selection: { productIds: [3n] }, merchantSays: true });
    const order = async (sort: VerdictSort, direction: 'ascending' | 'descending') =>
      (await list({ sort, direction })).rows.map((row) => Number(row.productId));
    expect(await order('title', 'ascending')).toEqual([2, 1, 3]);
    expect(await order('score', 'descending')).toEqual([1, 2, 3]);
    expect(await order('buyers', 'ascending')).toEqual([1, 3, 2]);
    expect(await order('repeat', 'descending')).toEqual([3, 2, 1]);
    expect(await order('gap', 'ascending')).toEqual([2, 1, 3]);
    expect(await order('gap', 'descending')).toEqual([1, 2, 3]);
    expect(await order('overruled', 'ascending')).toEqual([3, 1, 2]);
    expect((await list()).rows[1]).toMatchObject({
      quartileDays: [1, 2, 3],
      curve: { binDays: 2, shares: [0.5, 1] },
    });
  });
});

describe('with 10,000 products', () => {
  const many = Array.from({ length: 10_000 }, (_, i) => ({
    productId: BigInt(8_000_000_000_000 + i),
    title: `Product ${String((i * 7919) % 10_000).padStart(5, '0')}`,
    isConsumable: i % 20 === 0,
    buyers: (i * 31) % 500,
    repeatBuyers: (i * 17) % 90,
  }));

  it('shows every product once over all pages, in order', async () => {
    await addJudged(ports, shopId, many);
    const seen: string[] = [];
    const { pages } = await list({ sort: 'title', direction: 'ascending' });
    for (let page = 1; page <= pages; page += 1) {
      const { rows } = await list({ sort: 'title', direction: 'ascending', page });
      seen.push(...rows.map((row) => row.title));
    }
    expect(pages).toBe(Math.ceil(500 / CONSUMABLES_PER_PAGE));
    expect(new Set(seen).size).toBe(500);
    expect(seen).toEqual([...seen].sort());
  });

  it.each(VERDICT_SORTS)('ordered by %s it reads the shop’s own rows, each by its key', async (sort) => {
    const statements = new Set<AnyStatement>();
    await listConsumables(writeDownStatements(ports, statements), { ...USUAL, shopId, sort });
    const plans = plansOf(ports.config.databaseFile, statements);
    const steps = plans.flatMap((plan) => plan.steps);
    expect(steps.some((step) => /^SEARCH p /.test(step))).toBe(true);
    expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual([]);
    expect(
      steps.filter((step) => /^SEARCH (p|r) /.test(step)).every((step) => /productId=\?/.test(step)),
    ).toBe(true);
  });

  it('overrules them all at once, and takes it back', async () => {
    await addJudged(ports, shopId, many);
    const selection = { view: 'others', search: '' } as const;
    expect(await overruleVerdicts(ports, { shopId, selection, merchantSays: true })).toMatchObject({
      changed: 9500,
    });
    expect((await list()).counts).toEqual({ consumables: 10_000, others: 0, overruled: 9500 });
  });
});
