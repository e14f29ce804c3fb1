import fc from 'fast-check';
import { expect, it } from 'vitest';
import { GATHERED_DAYS, gatheredOn } from './gathered-on';

const of = (days: readonly number[], personId = 1) =>
  days.map((remindOn, index) => ({ id: `${personId}-${index}`, emailHash: 'a', personId, remindOn }));

it.each([
  ['alone', [10], [10]],
  ['within a week: the latest', [10, 12, 17], [17, 17, 17]],
  ['a chain does not grow without end', [10, 17, 18, 24, 26], [17, 17, 24, 24, 26]],
])('%s', (_, days, expected) => {
  const all = of(days);
  expect(all.map((reminder) => gatheredOn(reminder, all))).toEqual(expected);
});

it('does not wait for another person at the same address, or for another address', () => {
  const [own] = of([10]);
  const others = [...of([12], 2), { id: 'x', emailHash: 'b', personId: 1, remindOn: 13 }];
  expect(gatheredOn(own!, [own!, ...others])).toBe(10);
});

it('for any days: never before its own, never more than a week after it, alike for all that go together', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 12 }), (days) => {
      const all = of(days);
      for (const reminder of all) {
        const on = gatheredOn(reminder, all);
        expect(on - reminder.remindOn).toBeGreaterThanOrEqual(0);
        expect(on - reminder.remindOn).toBeLessThanOrEqual(GATHERED_DAYS);
        for (const other of all)
          if (other.remindOn >= reminder.remindOn && other.remindOn <= on)
            expect(gatheredOn(other, all)).toBe(on);
      }
    }),
  );
});
