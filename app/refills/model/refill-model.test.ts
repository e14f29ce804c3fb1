import { describe, expect, it } from 'vitest';
import { foldPlain, MONTHLY } from '../../../test/support/refill-cases';
import { fitRefillModel } from './fit-refill-model';
import type { FoldPurchase } from '../../../bench/refills/fold-purchases';
import { momentOf } from '../fold/fold-cases';
import { forecastNext, probabilityWithin } from './forecast';
import { OFFLINE_MODEL } from './offline-model';
import { outlook, quantile } from './refill-model';

/** A small shop: shoppers with cycles of their own, some of whom leave; the same for the same seed. */
function smallShop(seed: number, shoppers = 40, until = 300): FoldPurchase[] {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const purchases: FoldPurchase[] = [];
  for (let shopper = 0; shopper < shoppers; shopper += 1) {
    const product = Math.floor(random() * 5);
    const cycle = 15 + 30 * random();
    for (let day = Math.floor(random() * 60); day < until;) {
      purchases.push({ shopper, product, day, quantity: 1 });
      if (random() < 0.12) break;
      day += Math.max(1, Math.round(cycle * (0.7 + 0.6 * random())));
    }
  }
  return purchases.sort((a, b) => a.day - b.day);
}

const shop = smallShop(11);
const next = (gaps: readonly number[], quantity = 1, todayOn = 100) =>
  forecastNext({ rhythm: MONTHLY, gaps, lastOn: 100, quantity, todayOn });
const width = (gaps: readonly number[]) => {
  const { windowFromOn, windowToOn } = next(gaps);
  return windowToOn - windowFromOn;
};

describe('no look into the future', () => {
  const cutOn = 180;
  const later = smallShop(99, 60).filter((purchase) => purchase.day > cutOn);
  const otherwise = [...shop.filter((purchase) => purchase.day <= cutOn), ...later].sort(
    (a, b) => a.day - b.day,
  );
  const known = (purchases: readonly FoldPurchase[]) =>
    foldPlain(purchases).filter(({ refillCase }) => refillCase.onDay <= cutOn);

  it('what is known on a day does not depend on later rows', () => {
    expect(known(otherwise).map(({ refillCase }) => refillCase)).toEqual(
      known(shop).map(({ refillCase }) => refillCase),
    );
  });

  it('nor does what is learned by then', () => {
    const [learned, other] = [shop, otherwise].map((rows) =>
      fitRefillModel(foldPlain(rows), cutOn, OFFLINE_MODEL),
    );
    expect(other).toEqual(learned);
  });
});

it('other ids for the same people and products change nothing', () => {
  const renamed = shop.map((purchase) => ({
    ...purchase,
    shopper: 1000 - purchase.shopper,
    product: purchase.product + 7,
  }));
  expect(foldPlain(renamed).map(({ refillCase }) => refillCase)).toEqual(
    foldPlain(shop).map(({ refillCase }) => refillCase),
  );
});

describe('a learned model', () => {
  it('is the starting one for a shop without orders, and finite for one with two', () => {
    expect(fitRefillModel([], 100, OFFLINE_MODEL)).toBe(OFFLINE_MODEL);
    const two = foldPlain([
      { shopper: 1, product: 1, day: 1, quantity: 1 },
      { shopper: 1, product: 1, day: 31, quantity: 10_000 },
    ]);
    const { days, chances } = outlook(momentOf(two[1]!, 0), fitRefillModel(two, 60, OFFLINE_MODEL));
    expect([...days, ...chances].every(Number.isFinite)).toBe(true);
  });

  it('states distributions that sum to one and chances that grow with the days', () => {
    const cases = foldPlain(shop);
    const model = fitRefillModel(cases, 250, OFFLINE_MODEL);
    for (const folded of cases) {
      const { days, chances } = outlook(momentOf(folded, 0), model);
      expect(days.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
      expect(chances).toEqual([...chances].sort((a, b) => a - b));
      expect(quantile(days, 0.25)).toBeLessThanOrEqual(quantile(days, 0.75));
    }
  });
});

describe('forecastNext', () => {
  it('narrows its window with evidence of a regular shopper', () => {
    const widths = [0, 1, 2, 4, 8, 12].map((n) => width(new Array<number>(n).fill(30)));
    expect(widths.at(-1)).toBeLessThan(widths[0]! / 2);
    expect(widths[3]).toBeLessThanOrEqual(widths[1]!);
  });

  it('puts window, typical day and expiry in order, whatever the gaps', () => {
    for (const gaps of [[], [1], [400], [3, 300], [7, 7, 7], [30, 35, 28, 90], [0, 0]]) {
      const { windowFromOn, medianOn, windowToOn, bestOn, expiresOn } = next(gaps);
      expect(windowFromOn).toBeGreaterThan(100);
      expect(medianOn).toBeGreaterThanOrEqual(windowFromOn);
      expect(windowToOn).toBeGreaterThanOrEqual(medianOn);
      expect(expiresOn).toBeGreaterThan(windowToOn);
      expect(bestOn).toBeGreaterThan(100);
    }
  });

  it('follows a weekly shopper, not the product', () => {
    const { bestOn, medianOn } = next(new Array<number>(10).fill(7));
    expect(medianOn).toBeLessThanOrEqual(109);
    expect(bestOn).toBeLessThanOrEqual(110);
  });

  it('lengthens with a stock-up, capped', () => {
    expect(next([], 4).medianOn).toBeGreaterThan(next([]).medianOn);
    expect(next([], 10_000).evidence.stockUpFactor).toBe(3);
  });

  it('grows the chance as the day comes near and drops it when shoppers stay away', () => {
    const chance = (since: number) =>
      probabilityWithin(next(new Array<number>(8).fill(30), 1, 100 + since), 7);
    expect(chance(26)).toBeGreaterThan(chance(5));
    expect(chance(26)).toBeGreaterThan(chance(80));
  });
});
