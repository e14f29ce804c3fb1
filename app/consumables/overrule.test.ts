import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addJudged, judgeAgain, type JudgedProduct } from '../../test/support/judged-shop';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../test/support/test-ports';
import { overruleVerdicts, undoOverruling } from './overrule.server';
import { loadWords } from './overruling-store.server';

let ports: TestPorts;
let shopId: number;
const COFFEE: JudgedProduct = {
  productId: 9007199254740993n,
  title: 'House coffee 250 g',
  isConsumable: true,
};
const MUG: JudgedProduct = { productId: 9007199254740995n, title: '100% wool mug', isConsumable: false };
const TEA: JudgedProduct = { productId: 9007199254740997n, title: 'Green tea', isConsumable: true };
const ALL = [COFFEE, MUG, TEA];

beforeEach(async () => {
  ports = await makeTestPorts();
  shopId = (await makeTestShop(ports)).id;
  await addJudged(ports, shopId, ALL);
});
afterEach(() => ports.close());

const say = (merchantSays: boolean | null, ...products: readonly JudgedProduct[]) =>
  overruleVerdicts(ports, {
    shopId,
    selection: { productIds: products.map((product) => product.productId) },
    merchantSays,
  });

const state = () =>
  ports.db.read.prisma.consumable.findMany({
    where: { shopId },
    select: { productId: true, modelSays: true, merchantSays: true, holds: true, overruledAt: true },
    orderBy: { productId: 'asc' },
  });
const jobs = () => ports.db.read.prisma.job.findMany({ select: { kind: true, key: true } });

describe('the merchant’s word', () => {
  it('beats the model, survives its next run, and asks for new forecasts', async () => {
    expect(await say(true, MUG)).toMatchObject({ changed: 1 });
    await judgeAgain(ports, shopId, ALL);
    expect((await state())[1]).toMatchObject({ modelSays: false, merchantSays: true, holds: true });
    expect(await jobs()).toEqual([{ kind: 'refills.rebuild', key: `${shopId}` }]);
  });

  it('can be given on many at once, and changes only those that said something else', async () => {
    await say(false, COFFEE);
    expect(await say(false, COFFEE, MUG, TEA)).toMatchObject({ changed: 2 });
    expect((await state()).map((row) => row.holds)).toEqual([false, false, false]);
  });

  it('can be given on all that a view and a search find', async () => {
    const selection = { view: 'consumables', search: 'TEA' } as const;
    expect(await overruleVerdicts(ports, { shopId, selection, merchantSays: false })).toMatchObject({
      changed: 1,
    });
    expect((await state()).map((row) => row.merchantSays)).toEqual([null, null, false]);
  });

  it('is nothing for products that were never judged, of another shop, or none', async () => {
    const other = await makeTestShop(ports, { domain: 'other.myshopify.com' });
    const mine = await state();
    const selection = { productIds: ALL.map((product) => product.productId) };
    expect(await overruleVerdicts(ports, { shopId: other.id, selection, merchantSays: true })).toMatchObject({
      changed: 0,
    });
    expect(await say(true, { ...MUG, productId: 1n })).toMatchObject({ changed: 0 });
    expect(await say(true)).toMatchObject({ changed: 0 });
    expect(await state()).toEqual(mine);
    expect(await jobs()).toEqual([]);
  });
});

describe('undo', () => {
  it('restores exactly what was before, whatever that was', async () => {
    await say(true, MUG);
    ports.clock.advance(60_000);
    await say(false, COFFEE);
    ports.clock.advance(60_000);
    const before = await state();
    const { changeId, changed } = await say(null, COFFEE, MUG, TEA);
    expect(changed).toBe(2);
    expect(await undoOverruling(ports, shopId, changeId)).toBe(2);
    expect(await state()).toEqual(before);
  });

  it('follows a verdict that the model changed meanwhile', async () => {
    const { changeId } = await say(false, TEA);
    await judgeAgain(ports, shopId, [{ ...TEA, isConsumable: false }]);
    await undoOverruling(ports, shopId, changeId);
    expect((await state())[2]).toMatchObject({
      modelSays: false,
      merchantSays: null,
      holds: false,
      overruledAt: null,
    });
  });

  it('leaves alone what the merchant changed since, and does nothing twice', async () => {
    const { changeId } = await say(false, COFFEE, TEA);
    ports.clock.advance(60_000);
    await say(true, TEA);
    expect(await undoOverruling(ports, shopId, changeId)).toBe(1);
    expect((await state()).map((row) => row.merchantSays)).toEqual([null, null, true]);
    expect(await undoOverruling(ports, shopId, changeId)).toBe(0);
  });

  it('is of one shop only', async () => {
    const { changeId } = await say(false, COFFEE);
    const other = await makeTestShop(ports, { domain: 'other.myshopify.com' });
    expect(await undoOverruling(ports, other.id, changeId)).toBe(0);
    expect((await state())[0]).toMatchObject({ merchantSays: false });
  });
});

it('keeps what was said about a product, the latest first', async () => {
  await say(false, COFFEE);
  const first = ports.clock.now();
  ports.clock.advance(60_000);
  await say(null, COFFEE);
  expect(await loadWords(ports.db.read, shopId, COFFEE.productId, 10)).toEqual([
    { says: null, at: ports.clock.now() },
    { says: false, at: first },
  ]);
});
