import { expect, it } from 'vitest';
import { explores } from './explore';

const seedOf = (shopper: number, list = 'letter') => ({
  ...{ shop: 'corner.myshopify.com', list, shopper: `account:${shopper}` },
});
const slotsOf = (shopper: number, list?: string) =>
  [0, 1, 2, 3].filter((slot) => explores(seedOf(shopper, list), slot));

it('is one slot in five over all shoppers, and never two of four', () => {
  const slots = Array.from({ length: 10_000 }, (_, shopper) => slotsOf(shopper));
  expect(Math.max(...slots.map((ofShopper) => ofShopper.length))).toBe(1);
  // Standard error 0.001.
  expect(Math.abs(slots.flat().length / 40_000 - 0.2)).toBeLessThan(0.005);
});

it('is drawn anew for each list, and the same when asked again', () => {
  const differs = Array.from({ length: 50 }, (_, shopper) => shopper).filter(
    (shopper) => String(slotsOf(shopper, 'a')) !== String(slotsOf(shopper, 'b')),
  );
  expect(differs.length).toBeGreaterThan(20);
  expect(slotsOf(3)).toEqual(slotsOf(3));
});
