import { expect, it } from 'vitest';
import { comeBack } from './come-back';
import { dueWeeks } from '../forecasts/due-weeks';

const TODAY = 20_000;
/** One buyer for each gap, who came back after it. */
const returning = (gaps: readonly number[]) => gaps.map((gap) => [TODAY - 400, TODAY - 400 + gap]);

it('counts returns and finds the days by which a quarter, half and three quarters had come', () => {
  const found = comeBack([...returning([40, 10, 20, 30]), [TODAY - 28], [TODAY - 27]], TODAY);
  expect(found).toMatchObject({ buyers: 5, repeatBuyers: 4, returns: 4, quartileDays: [10, 20, 30] });
});

it('counts at most the five latest returns of one buyer', () => {
  const reseller = Array.from({ length: 300 }, (_, i) => TODAY - 300 + i);
  expect(comeBack([reseller], TODAY)).toMatchObject({ buyers: 1, repeatBuyers: 1, returns: 5 });
});

it('draws nothing of nothing', () => {
  expect(comeBack([], TODAY)).toMatchObject({
    buyers: 0,
    returns: 0,
    quartileDays: null,
    curve: { shares: [] },
  });
});

it('draws a curve that ascends to nearly everybody', () => {
  const { curve } = comeBack(returning(Array.from({ length: 60 }, (_, i) => i + 1)), TODAY);
  expect(curve.shares.every((share, i) => i === 0 || share >= (curve.shares[i - 1] ?? 0))).toBe(true);
  expect(curve.shares.at(-1)).toBeGreaterThanOrEqual(0.95);
});

it('counts best days by week from today, each once', () => {
  const days = [-3, 0, 6, 7, 13, 14, 80].map((ahead) => ({ onDay: 20_000 + ahead, shoppers: 2 }));
  expect(dueWeeks(days, 20_000, 2)).toEqual({
    passed: 2,
    weeks: [
      { fromOn: 20_000, shoppers: 4 },
      { fromOn: 20_007, shoppers: 4 },
    ],
    later: 4,
  });
});
