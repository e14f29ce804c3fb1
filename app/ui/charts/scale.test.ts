import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayTicks, extent, labelRows, niceDomain, niceTicks, place } from './scale';

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const iso = (on: number) => new Date(on * 86_400_000).toISOString().slice(0, 10);

describe('places', () => {
  it.each([
    [5, { from: 0, to: 10 }, 0.5],
    [-5, { from: 0, to: 10 }, 0],
    [15, { from: 0, to: 10 }, 1],
    [7, { from: 7, to: 7 }, 0.5],
  ])('puts %d of %j at %d', (value, domain, share) => {
    expect(place(value, domain)).toBe(share);
  });

  it('finds what holds all values, and something of none', () => {
    expect(extent([3, NaN, -1, Infinity])).toEqual({ from: -1, to: 3 });
    expect(extent([])).toEqual({ from: 0, to: 1 });
  });
});

describe('ticks', () => {
  it.each([
    [{ from: 0, to: 1 }, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [{ from: 0, to: 97 }, [0, 20, 40, 60, 80]],
    [{ from: -0.02, to: 0.06 }, [-0.02, 0, 0.02, 0.04, 0.06]],
    [{ from: 4, to: 4 }, [4]],
  ])('of %j are round', (domain, ticks) => {
    expect(niceTicks(domain)).toEqual(ticks);
  });

  it('lie in their domain, ascend, and stay few', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        (from, wide) => {
          const wanted = { from, to: from + wide };
          const ticks = niceTicks(wanted);
          const slack = wide * 1e-6;
          expect(ticks.every((tick) => tick >= wanted.from - slack && tick <= wanted.to + slack)).toBe(true);
          expect(ticks.every((tick, i) => i === 0 || tick > (ticks[i - 1] ?? tick))).toBe(true);
          expect(ticks.length).toBeLessThanOrEqual(9);
          const nice = niceDomain(wanted);
          expect(nice.from <= wanted.from + slack && nice.to >= wanted.to - slack).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['2026-11-20', '2026-11-24', ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24']],
    ['2026-11-20', '2026-12-20', ['2026-11-20', '2026-11-27', '2026-12-04', '2026-12-11', '2026-12-18']],
    ['2026-08-20', '2026-12-20', ['2026-09-01', '2026-10-01', '2026-11-01', '2026-12-01']],
    ['2025-01-15', '2026-12-20', ['2025-07-01', '2026-01-01', '2026-07-01']],
  ])('of days from %s to %s follow the calendar', (from, to, ticks) => {
    expect(dayTicks({ from: day(from), to: day(to) }).map(iso)).toEqual(ticks);
  });
});

describe('labels', () => {
  it('take a row of their own where they would touch', () => {
    const labels = [0.5, 0.1, 0.6, 0.55].map((at) => ({ at, width: 0.2 }));
    expect(labelRows(labels)).toEqual([0, 0, 2, 1]);
    expect(labelRows(labels.map(({ at }) => ({ at, width: 0.04 })))).toEqual([0, 0, 0, 0]);
    expect(labelRows([])).toEqual([]);
  });
});
