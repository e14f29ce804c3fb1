import { describe, expect, it } from 'vitest';
import { dayOfSending, RAMP_DAYS } from './sending-allowance';

const FIRST = new Date('2026-11-01T15:30:00Z');
const on = (day: number, ms = 0) => new Date(FIRST.getTime() + day * 86_400_000 + ms);

describe('a shop that begins to send', () => {
  it('may send its first day’s number, and twice as many each day', () => {
    expect([0, 1, 2, 3].map((day) => dayOfSending(on(day), FIRST, 500).max)).toEqual([500, 1000, 2000, 4000]);
  });

  it('has days that begin with its first mail', () => {
    expect(dayOfSending(on(2, -1), FIRST, 500)).toMatchObject({ from: on(1), until: on(2), max: 1000 });
    expect(dayOfSending(on(2), FIRST, 500)).toMatchObject({ from: on(2), until: on(3), max: 2000 });
  });

  it('begins now when it has not sent yet, or only in a future that a moved clock left behind', () => {
    expect(dayOfSending(FIRST, null, 500)).toEqual({ from: FIRST, until: on(1), max: 500 });
    expect(dayOfSending(FIRST, on(3), 500)).toEqual({ from: FIRST, until: on(1), max: 500 });
  });

  it('is free after two weeks, and always where no limit is set', () => {
    expect(dayOfSending(on(RAMP_DAYS, -1), FIRST, 1).max).toBe(2 ** 13);
    expect(dayOfSending(on(RAMP_DAYS), FIRST, 1).max).toBe(Infinity);
    expect(dayOfSending(on(0), FIRST, 0).max).toBe(Infinity);
  });
});
