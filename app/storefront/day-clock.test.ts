import fc from 'fast-check';
import { expect, it } from 'vitest';
import { localDay } from '../shops/local-day';
import { createDayClock } from './day-clock';

it('tells the same day as the calendar, also when the clock is moved', () => {
  const dayOf = createDayClock();
  const zones = [
    'Europe/London',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Chatham',
    'America/St_Johns',
  ];
  const instant = fc.date({ min: new Date('2025-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, fc.constantFrom(...zones), (at, zone) => {
      expect(dayOf(at, zone)).toBe(localDay(at, zone));
    }),
    { numRuns: 300 },
  );
});
