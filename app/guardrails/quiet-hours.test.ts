import fc from 'fast-check';
import { expect, it } from 'vitest';
import { localMinutes } from '../shops/local-day';
import { nextAllowedAt, QUIET_HOURS } from './quiet-hours';

it.each([
  ['at noon: now', '2026-11-20T12:00:00Z', 'Europe/London', '2026-11-20T12:00:00Z'],
  ['at eight sharp: now', '2026-11-20T08:00:00Z', 'Europe/London', '2026-11-20T08:00:00Z'],
  ['a minute before eight: at eight', '2026-11-20T07:59:00Z', 'Europe/London', '2026-11-20T08:00:00Z'],
  ['at nine in the evening: tomorrow', '2026-11-20T21:00:00Z', 'Europe/London', '2026-11-21T08:00:00Z'],
  ['after midnight: the same morning', '2026-11-20T00:30:00Z', 'Europe/London', '2026-11-20T08:00:00Z'],
  ['in Tokyo it is evening already', '2026-11-20T12:30:00Z', 'Asia/Tokyo', '2026-11-20T23:00:00Z'],
  ['in Kathmandu, a quarter past', '2026-11-20T18:00:00Z', 'Asia/Kathmandu', '2026-11-21T02:15:00Z'],
  ['the night clocks go forward', '2026-03-28T22:00:00Z', 'Europe/London', '2026-03-29T07:00:00Z'],
  ['the night clocks go back', '2026-10-24T21:00:00Z', 'Europe/London', '2026-10-25T08:00:00Z'],
])('%s', (_name, at, zone, expected) => {
  expect(nextAllowedAt(new Date(at), zone, 'UTC')).toEqual(new Date(expected));
});

it.each([null, '', 'Mars/Olympus', 'Europe/Atlantis'])('falls back to the shop’s zone for %j', (zone) => {
  const at = new Date('2026-11-20T22:30:00Z');
  expect(nextAllowedAt(at, zone, 'America/New_York')).toEqual(at);
});

it('is never before the asked instant, never in quiet hours, and stays once reached', () => {
  const zones = ['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Tokyo', 'Pacific/Apia'];
  const instant = fc.date({ min: new Date('2025-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, fc.constantFrom(...zones), (at, zone) => {
      const next = nextAllowedAt(at, zone, 'UTC');
      expect(next.getTime()).toBeGreaterThanOrEqual(at.getTime());
      expect(next.getTime() - at.getTime()).toBeLessThanOrEqual(13 * 3_600_000);
      const minutes = localMinutes(next, zone);
      expect(minutes).toBeGreaterThanOrEqual(QUIET_HOURS.untilMinutes);
      expect(minutes).toBeLessThan(QUIET_HOURS.fromMinutes);
      expect(nextAllowedAt(next, zone, 'UTC')).toEqual(next);
    }),
  );
});
