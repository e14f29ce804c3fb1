import { expect, test } from 'vitest';
import { foldPlain } from '../../../test/support/refill-cases';
import { demandLately, openVisitLog } from './demand';
import type { FoldPurchase } from '../../../bench/refills/fold-purchases';

const every = (shopper: number, gap: (day: number) => number, until: number): FoldPurchase[] => {
  const bought: FoldPurchase[] = [];
  for (let day = shopper % 10; day <= until; day += gap(day))
    bought.push({ shopper, product: 1, day, quantity: 1 });
  return bought;
};
const shop = (gap: (day: number) => number, until = 200) =>
  foldPlain(
    Array.from({ length: 400 }, (_, shopper) => every(shopper, gap, until))
      .flat()
      .sort((a, b) => a.day - b.day),
  );

test('counts visits of returning shoppers and the days on which one could have come', () => {
  const visits = openVisitLog(
    shop(() => 10),
    150,
  );
  const { visits: came, shopperDays } = visits.latelyOn(150);
  expect(shopperDays).toBe(400 * 14);
  expect(came).toBeCloseTo(560, -1);
  expect(visits.rateOn(150)).toBeCloseTo(0.1, 2);
});

test('nobody is waited for longer than ninety days', () => {
  const gone = foldPlain([
    { shopper: 1, product: 1, day: 0, quantity: 1 },
    { shopper: 2, product: 1, day: 200, quantity: 1 },
  ]);
  expect(openVisitLog(gone, 200).latelyOn(95).shopperDays).toBe(10);
  expect(openVisitLog(gone, 200).latelyOn(200)).toEqual({ visits: 0, shopperDays: 0 });
});

test('later purchases change nothing that was counted before', () => {
  const short = shop(() => 10, 150).filter(({ refillCase }) => refillCase.onDay < 150);
  const whole = shop(() => 10);
  for (const day of [20, 60, 150])
    expect(openVisitLog(whole, 201).latelyOn(day)).toEqual(openVisitLog(short, 150).latelyOn(day));
});

test('busier weeks raise the demand, and few visits hardly move it', () => {
  const usual = openVisitLog(
    shop(() => 10),
    200,
  ).rateOn(100);
  const busy = openVisitLog(
    shop((day) => (day < 150 ? 10 : 5)),
    200,
  ).latelyOn(200);
  expect(demandLately(busy, usual)).toBeGreaterThan(0.4);
  expect(demandLately(busy, usual)).toBeLessThan(Math.log(2));
  expect(Math.abs(demandLately({ visits: 4, shopperDays: 20 }, 0.1))).toBeLessThan(0.02);
  expect(demandLately({ visits: 0, shopperDays: 0 }, 0)).toBe(0);
});
