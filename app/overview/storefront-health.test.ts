import { expect, it } from 'vitest';
import { storefrontHealth } from './storefront-health';

const HOUR_MS = 3_600_000;
const NOW = new Date('2026-11-20T12:00:00Z');
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * HOUR_MS);

it.each([
  ['on, heard today', 'on', 500, 3, false],
  ['on, heard three days ago', 'on', 500, 72, true],
  ['on for three days, never heard', 'on', 72, null, true],
  ['on since this morning, heard last year', 'on', 5, 9000, false],
  ['off, never heard', 'off', 500, null, false],
  ['paused, heard three days ago', 'paused', 500, 72, false],
])('%s', (_name, state, changed, heard, isSilent) => {
  const shop = { proxyPath: '/tools/pantry', proxyHeardAt: heard === null ? null : hoursAgo(heard) };
  expect(storefrontHealth(shop, { state, changedAt: hoursAgo(changed) }, NOW)).toEqual({
    path: '/tools/pantry',
    heardAt: shop.proxyHeardAt?.toISOString() ?? null,
    isSilent,
  });
});
