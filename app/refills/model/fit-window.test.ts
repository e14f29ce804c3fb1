import { expect, test } from 'vitest';
import { foldPlain } from '../../../test/support/refill-cases';
import { fitRefillModel } from './fit-refill-model';
import { fitWindow } from './fit-window';
import { OFFLINE_MODEL } from './offline-model';
import { daysWithinHorizon, horizonOf, forecastWindow } from './refill-model';

/** Shoppers of many rhythms, half of them on the same day of every week. */
const cases = foldPlain(
  Array.from({ length: 120 }, (_, shopper) => {
    const bought = [];
    const usual = 7 * (1 + (shopper % 5));
    for (let day = shopper % 9, i = 0; day <= 400; i += 1) {
      bought.push({ shopper, product: 1, day, quantity: 1 });
      const late = [0, 7, -7, 0, 14][(i * 7 + shopper) % 5]!;
      const off = shopper % 2 === 0 ? 0 : ((i * 5 + shopper) % 5) - 2;
      day += Math.max(3, usual + late + off);
    }
    return bought;
  })
    .flat()
    .sort((a, b) => a.day - b.day),
);
const came = cases.flatMap(({ refillCase, nextIn }) =>
  nextIn !== null && refillCase.gaps.length > 1 && refillCase.onDay > 200 ? [{ refillCase, nextIn }] : [],
);
const model = fitRefillModel(cases, 200, OFFLINE_MODEL);

test('windows in whole days hold half of what came, also where single days are likely', () => {
  const window = fitWindow(came, model, OFFLINE_MODEL.window);
  const held = came.filter(({ refillCase, nextIn }) => {
    const [from, to] = forecastWindow(daysWithinHorizon(refillCase, model), { window });
    return nextIn >= from && nextIn <= to;
  });
  expect(held.length / came.length).toBeGreaterThan(0.42);
  expect(held.length / came.length).toBeLessThan(0.58);
});

test('without anything to judge by, the window stays', () => {
  expect(fitWindow([], model, [0.2, 0.7])).toEqual([0.2, 0.7]);
});

test('a regular shopper is waited for beyond the horizon of the shop, an irregular one is not', () => {
  const { refillCase } = cases.find((each) => each.refillCase.gaps.length > 4)!;
  expect(horizonOf({ ...refillCase, gaps: [120, 118, 124] }, 90)).toBe(360);
  expect(horizonOf({ ...refillCase, gaps: [200, 210, 190] }, 90)).toBe(365);
  expect(horizonOf({ ...refillCase, gaps: [120, 8, 300] }, 90)).toBe(90);
  expect(horizonOf({ ...refillCase, gaps: [20, 21, 19] }, 90)).toBe(90);
});
