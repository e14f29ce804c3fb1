import { describe, expect, it } from 'vitest';
import { tasteLines } from '../../../test/support/taste-shop';
import { openBaskets } from '../learn/baskets';
import { decideGate } from './decide-gate';
import { judgeLately, judgeRecommender } from './judge-recommender';

const TODAY = 20_777;
const known = { isShown: () => true, categoryOf: () => '' };

function gateOf(shop: { readonly shoppers: number; readonly taste: number; readonly seed?: number }) {
  const baskets = openBaskets<bigint>();
  for (const line of tasteLines({ untilOn: TODAY, ...shop })) baskets.add(line);
  return decideGate(judgeLately(baskets.close(), TODAY, known));
}

describe('the gate', () => {
  it('opens for a shop whose shoppers keep to a taste', () => {
    const { isOpen, reason, figures } = gateOf({ shoppers: 1500, taste: 0.8 });
    expect({ isOpen, reason }).toEqual({ isOpen: true, reason: 'beats-popularity' });
    expect(figures.hitRate.low).toBeGreaterThan(0.1);
    expect(figures.ndcg.low).toBeGreaterThan(0.05);
  });

  it.each([1, 2, 3, 4, 5])('stays shut where everybody buys alike (seed %i)', (seed) => {
    expect(gateOf({ shoppers: 1500, taste: 0, seed })).toMatchObject({
      isOpen: false,
      reason: 'does-not-beat-popularity',
    });
  });

  it('stays shut while too few say anything, however well they say it', () => {
    expect(gateOf({ shoppers: 95, taste: 1 })).toMatchObject({ isOpen: false, reason: 'too-few-shoppers' });
    expect(gateOf({ shoppers: 0, taste: 1 })).toMatchObject({
      ...{ isOpen: false, reason: 'too-few-shoppers' },
      figures: {
        shoppers: 0,
        lists: 0,
        hitRate: { recommended: 0, popular: 0, difference: 0, low: 0, high: 0 },
      },
    });
  });

  it('takes the lists of one shopper as one draw', () => {
    const better = { recommended: { hit: 1, ndcg: 1 }, popular: { hit: 0, ndcg: 0 } };
    const worse = { recommended: better.popular, popular: better.recommended };
    const lists = (times: number) =>
      Array.from({ length: 200 * times }, (_, i) => ({
        ...(i % 200 < 120 ? better : worse),
        shopper: i % 200,
      }));
    const [once, thrice] = [decideGate(lists(1)).figures, decideGate(lists(3)).figures];
    expect(thrice).toMatchObject({ shoppers: 200, lists: 600 });
    expect(thrice.hitRate.low).toBeCloseTo(once.hitRate.low, 10);
    expect(once.hitRate.difference).toBeCloseTo(0.2, 10);
  });

  it('asks for both measures', () => {
    const better = { hit: 1, ndcg: 0.2 };
    const hitsOnly = Array.from({ length: 200 }, (_, shopper) => ({
      shopper,
      recommended: better,
      popular: { hit: 0, ndcg: 0.2 },
    }));
    expect(decideGate(hitsOnly)).toMatchObject({ isOpen: false, reason: 'does-not-beat-popularity' });
  });
});

describe('a judged shopper', () => {
  function judge(...lines: readonly (readonly [buyer: string, productId: string, boughtOn: number])[]) {
    const baskets = openBaskets<string>();
    for (const [buyer, productId, boughtOn] of lines) baskets.add({ buyer, productId, boughtOn });
    return judgeRecommender(baskets.close(), 100, known);
  }

  it('is one who had bought something, and then something new within four weeks', () => {
    expect(judge(['a', 'x', 90], ['a', 'x', 110])).toEqual([]);
    expect(judge(['a', 'x', 101], ['a', 'y', 110])).toEqual([]);
    expect(judge(['a', 'x', 90], ['a', 'y', 129])).toEqual([]);
    expect(judge(['a', 'x', 90], ['a', 'y', 128])).toHaveLength(1);
  });

  it('is judged by what was known on that day, by first purchases only', () => {
    const [, judged] = judge(['b', 'y', 99], ['c', 'z', 50], ['c', 'y', 105], ['c', 'z', 106]);
    expect(judged).toBeUndefined();
    const [c] = judge(['b', 'y', 99], ['d', 'y', 98], ['c', 'z', 50], ['c', 'y', 105], ['c', 'w', 106]);
    // y is first of the list; w had never been sold.
    expect(c?.popular).toEqual({ hit: 1, ndcg: 1 / (1 + 1 / Math.log2(3)) });
  });
});
