import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lookDaily, type DaySums } from './daily-looks';

const arms = fc.record({ treated: fc.nat({ max: 90 }), control: fc.nat({ max: 15 }) });
const days = fc.array(fc.record({ drawn: arms, exposed: arms, converted: arms }), { maxLength: 60 });

it('never lets a p-value rise from one day to the next', () => {
  fc.assert(
    fc.property(days, (all) => {
      let before = lookDaily([], 0.9);
      all.forEach((_, index) => {
        const now = lookDaily(all.slice(0, index + 1), 0.9);
        expect(now.openP).toBeLessThanOrEqual(before.openP);
        expect(now.sampleRatioP).toBeLessThanOrEqual(before.sampleRatioP);
        expect(now.triggeredRatioP).toBeLessThanOrEqual(before.triggeredRatioP);
        before = now;
      });
    }),
    { numRuns: 20 },
  );
});

it('says the same of renamed arms', () => {
  const rename = ({ treated, control }: DaySums['drawn']) => ({ treated: control, control: treated });
  fc.assert(
    fc.property(days, (all) => {
      const there = lookDaily(all, 0.9);
      const back = lookDaily(
        all.map((day) => ({
          drawn: rename(day.drawn),
          exposed: rename(day.exposed),
          converted: rename(day.converted),
        })),
        0.1,
      );
      expect(back.openP).toBeCloseTo(there.openP, 8);
      expect(back.sampleRatioP).toBeCloseTo(there.sampleRatioP, 8);
      expect(back.open).toEqual(rename(there.open));
    }),
    { numRuns: 20 },
  );
});

it('keeps an alarm that a later day would hide', () => {
  const none = { treated: 0, control: 0 };
  const day = (treated: number, control: number): DaySums => ({
    drawn: { treated, control },
    exposed: { treated, control },
    converted: none,
  });
  const broken = Array.from({ length: 10 }, () => day(180, 40));
  expect(lookDaily(broken, 0.9).sampleRatioP).toBeLessThan(1e-3);
  expect(lookDaily([...broken, day(1800, 0)], 0.9).sampleRatioP).toBeLessThan(1e-3);
  expect(lookDaily([], 0.9)).toEqual({ open: none, openP: 1, sampleRatioP: 1, triggeredRatioP: 1 });
});
