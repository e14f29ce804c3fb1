import { expect, it } from 'vitest';
import { whyNothing } from './why-nothing';

it.each([
  [null, 'reading'],
  [{ phase: 'products', productsDone: 0 }, 'reading'],
  [{ phase: 'orders', productsDone: 7 }, 'reading'],
  [{ phase: 'failed', productsDone: 0 }, 'failed'],
  [{ phase: 'failed', productsDone: 7 }, 'failed'],
  [{ phase: 'done', productsDone: 7 }, 'not-judged'],
  [{ phase: 'done', productsDone: 0 }, 'no-products'],
] as const)('says why nothing is judged: %j', (backfill, why) => {
  expect(whyNothing(backfill)).toBe(why);
});
