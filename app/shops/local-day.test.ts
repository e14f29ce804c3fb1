import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayToIso, instantOn, isoToDay, localDay, localMinutes } from './local-day';

const ZONES = [
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe', // half an hour of summer time
  'Asia/Kathmandu', // 5 h 45
  'Pacific/Apia', // lost a whole day in 2011
  'America/St_Johns', // changed at one minute past midnight until 2011
  'Not/AZone',
];

const at = fc.date({
  min: new Date('2005-01-01T00:00:00Z'),
  max: new Date('2035-01-01T00:00:00Z'),
  noInvalidDate: true,
});

/** Straight from the platform, one instant at a time. */
function onTheWall(instant: Date, timeZone: string): { day: string; minutes: number } {
  const zone = timeZone === 'Not/AZone' ? 'UTC' : timeZone;
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(instant);
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' }).format(instant);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return { day, minutes: hours * 60 + minutes };
}

it('is what the clock on the wall says', () => {
  fc.assert(
    fc.property(at, fc.constantFrom(...ZONES), (instant, timeZone) => {
      const { day, minutes } = onTheWall(instant, timeZone);
      expect(dayToIso(localDay(instant, timeZone))).toBe(day);
      expect(localMinutes(instant, timeZone)).toBe(minutes);
    }),
    { numRuns: 500 },
  );
});

it('is right to the minute where clocks change', () => {
  const changes = [
    '2026-03-29T01:00:00Z',
    '2026-10-25T01:00:00Z',
    '2010-11-07T02:31:00Z',
    '2011-12-30T10:00:00Z',
  ];
  for (const timeZone of ZONES)
    for (const change of changes)
      for (let minute = -17; minute <= 17; minute += 1) {
        const instant = new Date(Date.parse(change) + minute * 60_000);
        const { day, minutes } = onTheWall(instant, timeZone);
        expect([dayToIso(localDay(instant, timeZone)), localMinutes(instant, timeZone)]).toEqual([
          day,
          minutes,
        ]);
      }
});

it('finds the instant of a local time, and the first one after a gap', () => {
  const day = isoToDay('2026-03-29') ?? 0;
  expect(instantOn(day, 9 * 60, 'Europe/London').toISOString()).toBe('2026-03-29T08:00:00.000Z');
  expect(instantOn(day, 90, 'Europe/London').toISOString()).toBe('2026-03-29T01:30:00.000Z');
});
