import { expect, it } from 'vitest';
import { formatsFor } from './formats';
import { spanFigures, spanWords } from './lift-words';

const formats = formatsFor({ locale: 'en-GB', currency: 'GBP' });

it.each([
  [{ lower: 0.041, upper: 0.386 }, '4.1% to 39% more orders', '+4.1% to +39%'],
  [{ lower: -0.575, upper: -0.11 }, '11% to 58% fewer orders', '−58% to −11%'],
  [{ lower: -0.3, upper: 0.2 }, '30% fewer to 20% more orders', '−30% to +20%'],
  [{ lower: -0.3, upper: null }, '30% fewer orders, or any number more', '−30% to no upper end'],
  [{ lower: 0.07, upper: null }, 'at least 7% more orders', '+7% to no upper end'],
  [{ lower: null, upper: -0.2 }, 'at least 20% fewer orders', 'no lower end to −20%'],
  [{ lower: null, upper: 0.2 }, 'at most 20% more orders', 'no lower end to +20%'],
  [{ lower: null, upper: null }, 'any number of orders', 'no lower end to no upper end'],
])('says %j', (span, words, figures) => {
  expect([spanWords(span, 'orders', formats), spanFigures(span, formats)]).toEqual([words, figures]);
});
