import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from './rank-candidates';
import { recommend, type ProductFacts, type RecommendInput } from './recommend';

function factsOf(id: number, part: Partial<ProductFacts> = {}): [number, ProductFacts] {
  return [
    id,
    {
      ...{ title: `Thing ${'abcdefghijklmnopqrst'[id]}`, handle: `thing-${id}`, variantId: BigInt(id * 10) },
      ...{ isLive: true, deletedAt: null, isAvailable: true, isSensitive: false },
      ...{ isGiftCard: false, requiresSellingPlan: false },
      ...part,
    },
  ];
}

const popular = (productId: number): Candidate<number> => ({
  productId,
  reason: { kind: 'top-seller', since: 'lately' },
});

const seedAt = { shop: 'corner.myshopify.com', list: 'test' };
const EXPLORED_KINDS = ['editorial', 'rising'];

function inputOf(part: Partial<RecommendInput<number>> = {}): RecommendInput<number> {
  return {
    ranked: [1, 2, 3, 4, 5, 6, 7, 8].map(popular),
    ...{ editorial: [], rising: [], owned: [], count: 4, seed: { ...seedAt, shopper: 'account:1' } },
    facts: new Map(Array.from({ length: 20 }, (_, id) => factsOf(id))),
    ...part,
  };
}

const idsOf = (items: readonly { readonly productId: number }[]) => items.map(({ productId }) => productId);
const withFacts = (...changed: readonly [number, ProductFacts][]) =>
  new Map([...inputOf().facts, ...changed]);

describe('what fits next', () => {
  it('is the best, in their order, with variant and reason', () => {
    const items = recommend(inputOf());
    expect(idsOf(items)).toEqual([1, 2, 3, 4]);
    expect(items[0]).toEqual({ ...popular(1), variantId: 10n });
  });

  it('is never what they own, unless it is used up', () => {
    const owned = [
      { productId: 1, title: 'Thing b', isUsedUp: false },
      { productId: 2, title: 'Thing c', isUsedUp: true },
    ];
    expect(idsOf(recommend(inputOf({ owned })))).toEqual([2, 3, 4, 5]);
  });

  it('is never another size of what they own, or of what stands in the list', () => {
    const facts = withFacts(
      ...[factsOf(1, { title: 'Coffee 1 kg' }), factsOf(2, { title: 'Tea 100 g' })],
      factsOf(3, { title: 'Tea 250 g' }),
    );
    const owned = [{ productId: 99, title: 'Coffee 250 g', isUsedUp: false }];
    expect(idsOf(recommend(inputOf({ facts, owned })))).toEqual([2, 4, 5, 6]);
  });

  it.each([
    ['delicate', { isSensitive: true }],
    ['sold out', { isAvailable: false }],
    ['without a variant for sale', { variantId: null }],
    ['not published', { isLive: false }],
    ['deleted', { deletedAt: new Date(0) }],
    ['a gift card', { isGiftCard: true }],
    ['by subscription only', { requiresSellingPlan: true }],
    ['of a handle that is none', { handle: 'x{{y}}' }],
  ])('is never anything %s, wherever it comes from', (_, part) => {
    const facts = withFacts(factsOf(1, part));
    for (let shopper = 0; shopper < 10; shopper += 1) {
      const seed = { ...seedAt, shopper: `account:${shopper}` };
      const items = recommend(inputOf({ facts, editorial: [1], rising: [1], seed }));
      expect(idsOf(items)).toEqual([2, 3, 4, 5]);
    }
  });

  it('is nothing of which the catalogue knows nothing', () => {
    expect(recommend(inputOf({ facts: new Map() }))).toEqual([]);
  });

  it('is as much as there is', () => {
    expect(idsOf(recommend(inputOf({ ranked: [popular(1)] })))).toEqual([1]);
    expect(recommend(inputOf({ count: 0 }))).toEqual([]);
  });

  it('has an editorial or rising item in one slot of five; the ranking fills it where there is none', () => {
    let explored = 0;
    for (let shopper = 0; shopper < 2_000; shopper += 1) {
      const seed = { ...seedAt, shopper: `account:${shopper}` };
      const items = recommend(inputOf({ editorial: [10, 11], rising: [12], seed }));
      expect(items).toHaveLength(4);
      explored += items.filter(({ reason }) => EXPLORED_KINDS.includes(reason.kind)).length;
    }
    // Standard error 0.005.
    expect(Math.abs(explored / 8_000 - 0.2)).toBeLessThan(0.02);
  });

  it('keeps its rules whatever comes in, and gives the same list again', () => {
    const id = fc.integer({ min: 0, max: 14 });
    const ids = fc.array(id, { maxLength: 12 });
    const flags = fc.record({ isAvailable: fc.boolean(), isSensitive: fc.boolean(), isLive: fc.boolean() });
    fc.assert(
      fc.property(
        fc.record({
          ranked: ids,
          editorial: ids,
          rising: ids,
          owned: ids,
          flags: fc.array(flags, { minLength: 15, maxLength: 15 }),
        }),
        fc.string(),
        fc.integer({ min: 0, max: 12 }),
        (made, shopper, count) => {
          const input = inputOf({
            ...made,
            count,
            ranked: made.ranked.map(popular),
            owned: made.owned.map((productId, i) => ({ productId, title: null, isUsedUp: i % 3 === 0 })),
            facts: new Map(made.flags.map((part, i) => factsOf(i, part))),
            seed: { ...seedAt, shopper },
          });
          const items = idsOf(recommend(input));
          const kept = input.owned.filter(({ isUsedUp }) => !isUsedUp).map(({ productId }) => productId);
          const may = (product: number) => {
            const { isAvailable, isSensitive, isLive } = made.flags[product]!;
            return isAvailable && isLive && !isSensitive && !kept.includes(product);
          };
          expect(new Set(items).size).toBe(items.length);
          expect(items.every(may)).toBe(true);
          expect(items.length).toBeGreaterThanOrEqual(Math.min(count, new Set(made.ranked.filter(may)).size));
          expect(idsOf(recommend(input))).toEqual(items);
        },
      ),
    );
  });
});
