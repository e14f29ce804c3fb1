import { expect, it } from 'vitest';
import { createLimits } from './limits.server';

let nowMs = Date.parse('2026-11-20T12:00:00Z');
const clock = { wall: () => new Date(nowMs) };
const TWICE = { max: 2, windowMs: 60_000 };

it('allows so many uses of a name in a window, and as many again in the next', () => {
  const limits = createLimits(clock);
  const uses = () => Array.from({ length: 4 }, () => limits.allow('a', TWICE));
  expect(uses()).toEqual([true, true, false, false]);
  expect(limits.allow('b', TWICE)).toBe(true);
  nowMs += 60_000;
  expect(uses()).toEqual([true, true, false, false]);
});

it('forgets the quietest name when there are too many, never a busy one', () => {
  const limits = createLimits(clock, 100);
  for (let use = 0; use < 3; use += 1) limits.allow('shop', TWICE);
  for (let other = 0; other < 1_000; other += 1) {
    limits.allow(`token-${other}`, TWICE);
    if (other % 50 === 0) expect(limits.allow('shop', TWICE)).toBe(false);
  }
  expect(limits.allow('token-0', TWICE)).toBe(true);
});
