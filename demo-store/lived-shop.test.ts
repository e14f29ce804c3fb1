import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLivedShop } from './lived-shop';
import type { MerchantActs } from './shopify/merchant-acts';

const HOUR_MS = 3_600_000;

let folder: string;
let now: number;
let done: string[];
/** Whether the reminder is refused before the legal details are there. */
let hasDetails: boolean;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lived-'));
  now = Date.parse('2026-12-01T10:00:00Z');
  done = [];
  hasDetails = false;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const merchant: MerchantActs = {
  open: async () => void done.push('open'),
  saveLegalDetails: async () => {
    done.push('details');
    return (hasDetails = true);
  },
  grant: async (scopes) => void done.push(`grant ${scopes.join(' ')}`),
  switchOn: async (module, reviewOn) => {
    done.push(`${module} ${reviewOn}`);
    return module === 'shelf' || hasDetails;
  },
};

const open = (more: { fresh?: boolean; merchant?: MerchantActs } = {}) =>
  openLivedShop({
    file: join(folder, 'state', 'lived.json'),
    days: 70,
    merchant,
    app: { stepApp: async () => (done.push('idle'), []) },
    placements: { set: (change) => (done.push(Object.keys(change).join(' ')), change as never) },
    now: () => now,
    fresh: false,
    ...more,
  });

test('it is set up once, and lives until the day that was fixed then', async () => {
  const shop = open();
  expect(shop.hoursLeft()).toBe(70 * 24);
  await shop.setUp();
  expect(done).toEqual([
    ...['open', 'idle', 'shelf 2026-12-29', 'reminder 2026-12-29', 'details', 'reminder 2026-12-29'],
    ...['grant write_discounts', 'follow-up 2026-12-29'],
    'shelfOnHome embedOn reminderOnThankYou reminderOnOrderStatus',
  ]);
  done = [];
  now += 30 * 24 * HOUR_MS;
  const again = open();
  await again.setUp();
  expect([again.hoursLeft(), done]).toEqual([40 * 24, []]);
  now += 41 * 24 * HOUR_MS;
  expect(again.hoursLeft()).toBe(0);
  expect(open({ fresh: true }).hoursLeft()).toBe(70 * 24);
});

test('legal details that are there already stay', async () => {
  hasDetails = true;
  await open().setUp();
  expect(done).not.toContain('details');
});

test('an app without a two-week email is told about, and nothing is kept', async () => {
  const lacks: MerchantActs = {
    ...merchant,
    switchOn: async (module) => {
      if (module === 'follow-up') throw new Error('The app answered 404 at /app/modules/follow-up.data.');
      return true;
    },
  };
  await expect(open({ merchant: lacks }).setUp()).rejects.toThrow('404 at /app/modules/follow-up');
  const refuses = { ...merchant, switchOn: async (module: string) => module !== 'follow-up' };
  await expect(open({ merchant: refuses }).setUp()).rejects.toThrow('did not switch the two-week email on');
  expect(existsSync(join(folder, 'state'))).toBe(false);
});

test('an app that refuses is told about, and nothing is kept', async () => {
  const refuses = { ...merchant, saveLegalDetails: async () => false };
  await expect(open({ merchant: refuses }).setUp()).rejects.toThrow('did not take the legal details');
  expect(existsSync(join(folder, 'state'))).toBe(false);
});
