import { expect, it } from 'vitest';
import { usualWeeks } from './usual-weeks';

it.each([
  [2, 1],
  [10, 1],
  [11, 2],
  [35, 5],
  [400, 57],
])('%d days are about %d weeks', (days, weeks) => {
  expect(usualWeeks(5, Math.log(days))).toBe(weeks);
});

it('says nothing where it would tell about a few people', () => {
  expect(usualWeeks(4, Math.log(35))).toBeNull();
});
