import { expect, test } from 'vitest';
import { readLondonTime } from './london-time';

const iso = (text: string) => {
  const at = readLondonTime(text);
  return at === null ? null : new Date(at).toISOString();
};

test('winter is UTC, summer an hour ahead', () => {
  expect(iso('2010-12-01T08:26')).toBe('2010-12-01T08:26:00.000Z');
  expect(iso('2011-07-01 08:26:30')).toBe('2011-07-01T07:26:30.000Z');
  expect(iso('2011-07-01T00:10')).toBe('2011-06-30T23:10:00.000Z');
  expect(iso('2011-03-27T00:59')).toBe('2011-03-27T00:59:00.000Z');
  expect(iso('2011-03-27T02:00')).toBe('2011-03-27T01:00:00.000Z');
  expect(iso('2011-10-30T03:00')).toBe('2011-10-30T03:00:00.000Z');
  expect(iso('2011-10-29T23:00')).toBe('2011-10-29T22:00:00.000Z');
});

test('what is no time is null', () => {
  for (const text of [
    '',
    'yesterday',
    '2011-02-30T10:00',
    '2011-13-01T10:00',
    '2011-01-01T10:75',
    '2011-01-01T25:00',
  ]) {
    expect(readLondonTime(text)).toBeNull();
  }
});
