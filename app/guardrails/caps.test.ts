import { expect, it } from 'vitest';
import { isCapped, SHELF_CAP, SHELF_CAP_DAYS } from './caps';

const at = new Date('2026-11-20T12:00:00Z');
const daysAgo = (days: number) => new Date(at.getTime() - days * 86_400_000);

it.each([
  ['nothing yet', [], false],
  ['two this week', [1, 2], false],
  ['three this week', [1, 2, 6.9], true],
  ['three, one exactly a window ago', [1, 2, SHELF_CAP_DAYS], false],
  ['many, long ago', [8, 9, 10, 11], false],
])('%s', (_name, ago, expected) => {
  expect(isCapped(ago.map(daysAgo), SHELF_CAP, at)).toBe(expected);
});
