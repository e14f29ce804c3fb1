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

const instantOf = (local: string, timeZone: string) => {
  const [date = '', time = ''] = local.split(' ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return instantOn(isoToDay(date) ?? Number.NaN, hours * 60 + minutes, timeZone)
    .toISOString()
    .replace(':00.000Z', 'Z');
};

it.each([
  ['an ordinary morning', '2026-03-29 09:00', 'Europe/London', '2026-03-29T08:00Z'],
  ['an hour is skipped', '2026-03-29 01:30', 'Europe/London', '2026-03-29T01:30Z'],
  ['the first minute of the gap', '2026-03-29 01:00', 'Europe/London', '2026-03-29T01:00Z'],
  ['the first minute after it', '2026-03-29 02:00', 'Europe/London', '2026-03-29T01:00Z'],
  ['half an hour is skipped', '2026-10-04 02:00', 'Australia/Lord_Howe', '2026-10-03T15:30Z'],
  ['half an hour is skipped, at its end', '2026-10-04 02:29', 'Australia/Lord_Howe', '2026-10-03T15:59Z'],
  ['a day is skipped', '2011-12-30 09:00', 'Pacific/Apia', '2011-12-30T19:00Z'], // the 31st
  ['the day before it', '2011-12-29 23:59', 'Pacific/Apia', '2011-12-30T09:59Z'],
  ['the day after it', '2011-12-31 00:00', 'Pacific/Apia', '2011-12-30T10:00Z'],
  ['midnight is skipped in Brazil', '2018-11-04 00:00', 'America/Sao_Paulo', '2018-11-04T03:00Z'],
  ['midnight is skipped in Lebanon', '2026-03-29 00:00', 'Asia/Beirut', '2026-03-28T22:00Z'],
  ['midnight is skipped in Egypt', '2026-04-24 00:30', 'Africa/Cairo', '2026-04-23T22:30Z'],
  ['a minute past midnight is skipped', '2011-03-13 00:30', 'America/St_Johns', '2011-03-13T04:00Z'],
  ['an hour comes twice', '2026-10-25 01:30', 'Europe/London', '2026-10-25T00:30Z'],
  ['half an hour comes twice', '2026-04-05 01:45', 'Australia/Lord_Howe', '2026-04-04T14:45Z'],
  ['the hour before midnight comes twice', '2026-10-24 23:30', 'Asia/Beirut', '2026-10-24T20:30Z'],
  ['a day is skipped', '1993-08-21 09:00', 'Pacific/Kwajalein', '1993-08-21T21:00Z'], // the 22nd
  ['an unknown zone is UTC', '2026-03-29 01:30', 'Not/AZone', '2026-03-29T01:30Z'],
])('finds the instant of a local time: %s', (_what, local, timeZone, instant) => {
  expect(instantOf(local, timeZone)).toBe(instant);
});

it('finds the first instant at which it is that time, and nothing else', () => {
  fc.assert(
    fc.property(at, fc.constantFrom(...ZONES), (instant, timeZone) => {
      const day = localDay(instant, timeZone);
      const minutes = localMinutes(instant, timeZone);
      const found = instantOn(day, minutes, timeZone);
      expect([localDay(found, timeZone), localMinutes(found, timeZone)]).toEqual([day, minutes]);
      expect(found.getTime()).toBeLessThanOrEqual(instant.getTime());
    }),
    { numRuns: 500 },
  );
});
