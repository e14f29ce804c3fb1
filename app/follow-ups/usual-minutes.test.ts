import { expect, test } from 'vitest';
import { usualMinutes } from './usual-minutes';

const at = (hours: number, minutes = 0) => hours * 60 + minutes;

test.each<[string, readonly number[], number]>([
  ['nobody knows', [], at(9)],
  ['once', [at(14, 20)], at(14, 20)],
  [
    'mostly in the evening, once in the morning',
    [at(18), at(8), at(18, 30), at(18, 40), at(18, 35)],
    at(18, 30),
  ],
  ['of two, the later order’s', [at(12), at(16)], at(12)],
  ['around midnight is the evening', [at(23, 50), at(0, 10), at(23, 40)], at(20)],
  ['in the small hours is the morning', [at(5), at(6)], at(8)],
  ['just before the quiet hours', [at(20, 59)], at(20)],
  ['just as they end', [at(8)], at(8)],
])('%s', (_, ordered, usual) => {
  expect(usualMinutes(ordered)).toBe(usual);
});
