import { describe, expect, it } from 'vitest';
import { foldPlain, MONTHLY } from '../../../test/support/refill-cases';
import { fitRefillModel } from './fit-refill-model';
import type { FoldPurchase } from '../../../bench/refills/fold-purchases';
import { momentOf } from '../fold/fold-cases';
import { forecastNext, probabilityWithin } from './forecast';
import { forecastBuyer, type BuyerPurchase } from '../forecasts/forecast-buyer';
import { OFFLINE_MODEL } from './offline-model';
import { outlook, typicalDay } from './refill-model';

/** A shopper who buys every `every` days, give or take. */
function regular(shopper: number, every: number, times: number, quantity = 1): FoldPurchase[] {
  return Array.from({ length: times }, (_, i) => {
    return { shopper, product: 1, day: i * every + ((i * 7) % 3), quantity };
  });
}

const line = (boughtOn: number, quantity = 1): BuyerPurchase => {
  return { productId: 1n, variantId: 1n, quantity, size: 1, boughtOn, isSubscription: false };
};
const forecastOf = (lines: readonly BuyerPurchase[], todayOn: number) =>
  forecastBuyer(lines, new Map([[1n, MONTHLY]]), todayOn);

describe('more evidence', () => {
  it('narrows the window on average, over shoppers of many rhythms', () => {
    const widths = [1, 2, 4, 8, 12].map((n) => {
      let sum = 0;
      for (const cycle of [7, 14, 21, 30, 45, 60, 90])
        for (const jitter of [0.05, 0.15, 0.3]) {
          const gaps = Array.from({ length: n }, (_, i) =>
            Math.round(cycle * (1 + jitter * Math.sin(5 * i + 1))),
          );
          const { windowFromOn, windowToOn } = forecastNext({
            rhythm: MONTHLY,
            gaps,
            lastOn: 0,
            quantity: 1,
          });
          sum += Math.log((windowToOn + 1) / Math.max(1, windowFromOn));
        }
      return sum;
    });
    for (let i = 1; i < widths.length; i += 1) expect(widths[i]).toBeLessThanOrEqual(widths[i - 1]!);
  });
});

describe('odd histories', () => {
  const odd: Record<string, readonly BuyerPurchase[]> = {
    'one purchase': [line(100)],
    'bought 400 times': Array.from({ length: 400 }, (_, i) => line(i)),
    'nothing, then ten thousand': [line(70, 0), line(100, 10_000)],
    'ten thousand, then nothing': [line(70, 10_000), line(100, 0)],
    'days out of order': [line(100), line(40), line(70), line(10)],
    'the same line again and again': [line(40), line(40), line(70), line(70), line(70), line(100)],
    'years apart': [line(-3000), line(100)],
  };
  it.each(Object.entries(odd))('%s: finite and in order', (_, lines) => {
    const todayOn = Math.max(...lines.map((purchase) => purchase.boughtOn)) + 2;
    const [buyer] = forecastOf(lines, todayOn);
    const { windowFromOn, medianOn, windowToOn, bestOn, expiresOn, pReturn, evidence } = buyer!.forecast;
    for (const value of [windowFromOn, medianOn, windowToOn, bestOn, expiresOn, evidence.stockUpFactor])
      expect(value).toSatisfy(Number.isFinite);
    expect(windowFromOn).toBeLessThanOrEqual(medianOn);
    expect(medianOn).toBeLessThanOrEqual(windowToOn);
    expect(evidence.stockUpFactor).toBeLessThanOrEqual(3);
    const chances = [1, 7, 10, 14, 20, 28, 60, 300].map((days) => probabilityWithin(buyer!.forecast, days));
    expect(chances).toEqual([...chances].sort((a, b) => a - b));
    expect(chances[0]).toBeGreaterThanOrEqual(0);
    expect(pReturn).toBeLessThanOrEqual(1);
    expect(buyer!.rank).toBe(chances[3]);
  });

  it('the order of lines changes nothing', () => {
    const lines = [line(10), line(41), line(69), line(100, 2)];
    expect(forecastOf([...lines].reverse(), 105)).toEqual(forecastOf(lines, 105));
  });

  it('what lies after the day asked changes nothing', () => {
    const lines = [line(10), line(41), line(69)];
    expect(forecastOf([...lines, line(90), line(300)], 75)).toEqual(forecastOf(lines, 75));
  });
});

describe('as of a day', () => {
  it('visits without the product move its chance', () => {
    const gaps = [30, 31, 29, 30];
    const visits = [0, 30, 61, 90, 120];
    const chance = (visitDays: readonly number[]) => {
      const input = { rhythm: MONTHLY, gaps, lastOn: 120, quantity: 1, todayOn: 165 };
      return probabilityWithin(forecastNext({ ...input, visitDays }), 14);
    };
    expect(chance([...visits, 135, 145, 155, 164])).not.toBe(chance(visits));
  });
});

describe('a learned model', () => {
  const others = Array.from({ length: 30 }, (_, s) => regular(s + 2, 28 + (s % 5), 6)).flat();
  const sorted = (rows: readonly FoldPurchase[]) => [...rows].sort((a, b) => a.day - b.day);

  it('is not turned by one reseller', () => {
    const typical = (rows: readonly FoldPurchase[]) => {
      const cases = foldPlain(sorted(rows));
      const model = fitRefillModel(cases, 200, OFFLINE_MODEL);
      const folded = cases.find(({ shopper, refillCase }) => shopper === 5 && refillCase.gaps.length === 3)!;
      return typicalDay(outlook(momentOf(folded, 0), model).days);
    };
    const alone = typical(others);
    const beside = typical([...others, ...regular(1, 1, 190, 500)]);
    expect(Math.abs(Math.log(beside / alone))).toBeLessThan(0.35);
  });

  it('never says that a larger purchase lasts less, nor more than threefold', () => {
    const heavy = Array.from({ length: 40 }, (_, s) =>
      Array.from({ length: 6 }, (_unused, i) => {
        return { shopper: s, product: 1, day: i * 20 * (1 + (i % 2)), quantity: i % 2 === 1 ? 9000 : 1 };
      }),
    ).flat();
    const { when } = fitRefillModel(foldPlain(sorted(heavy)), 300, OFFLINE_MODEL);
    for (const weights of when.centre) {
      expect(weights[6]).toBeGreaterThanOrEqual(0);
      expect(Math.exp(1.5 * weights[6]!)).toBeLessThanOrEqual(3);
    }
  });
});
