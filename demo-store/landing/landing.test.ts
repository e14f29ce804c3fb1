import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig, withPorts } from '../config';
import type { AdvanceReport, DemoClock } from '../contract';
import { listen, type Listening } from '../listen';
import { openPlacements, type Placements } from '../shopify/placements';
import { NOW, openSmallShop } from '../storefront/testing/small-shop';
import { createLanding } from './create-landing';
import { hoursIn } from './hours-in';

const HOUR_MS = 3_600_000;
const folder = mkdtempSync(join(tmpdir(), 'landing-'));
let port: Listening;
let address: string;
let placements: Placements;
const lived = {
  left: 72,
  setUps: 0,
  hoursLeft: () => lived.left,
  setUp: async () => void (lived.setUps += 1),
};
let passed: number[];
/** Resolves the chunk of time under way. */
let letPass: () => void;

function pretendClock(): DemoClock {
  let at = NOW;
  let under: { hour: number; hours: number } | null = null;
  passed = [];
  return {
    now: () => at,
    advancing: () => under,
    async advance(hours) {
      under = { hour: 0, hours };
      await new Promise<void>((resolve) => (letPass = resolve));
      under = null;
      passed.push(hours);
      at += hours * HOUR_MS;
      return {
        ...nothing,
        fromAt: at - hours * HOUR_MS,
        toAt: at,
        ordersPlaced: hours,
        failures: [{ what: 'job', error: 'x' }],
      };
    },
  };
}
const nothing: AdvanceReport = {
  fromAt: NOW,
  toAt: NOW,
  ordersPlaced: 0,
  visits: 0,
  refillViews: 0,
  offersSeen: 0,
  remindersAccepted: 0,
  mailsReceived: 0,
  failures: [],
};

beforeAll(async () => {
  port = await listen(0, 'DEMO');
  const config = withPorts(readConfig([], { DEMO_STATE_DIR: folder }), {
    demo: port.port,
    storefront: 1,
    edge: 2,
    smtp: 0,
  });
  address = config.urls.demo;
  placements = openPlacements(join(folder, 'placements.json'));
  const pages = createLanding({
    config,
    placements,
    world: openSmallShop().world,
    app: { installed: () => false, stepApp: async () => [] },
    actable: () => [],
    clock: pretendClock(),
    lived,
    inbox: { pages: () => false, smtpPort: 0, mails: () => [], close: async () => undefined },
  });
  port.answerWith(async (request, response) => {
    if (!(await pages(request, response))) response.writeHead(404).end();
  });
});
afterAll(async () => {
  await port.close();
  rmSync(folder, { recursive: true, force: true });
});

const post = (path: string, body: unknown, headers = {}) =>
  fetch(address + path, { method: 'POST', body: JSON.stringify(body), headers });
const state = () => fetch(`${address}/clock`).then((answer) => answer.json());
const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

test('the first page says where to go, what time it is, and what the shop is like', async () => {
  const page = await fetch(address).then((answer) => answer.text());
  for (const words of [
    '/admin/apps/larder',
    'Install Larder',
    '/inbox',
    'Friday, November 20, 2026',
    'Small Shop',
    'Two weeks later',
  ]) {
    expect(page).toContain(words);
  }
});

describe('the clock', () => {
  test('time passes in the background, a day at a time, and is summed up', async () => {
    const started = await post('/clock/advance', { hours: 30 });
    expect([started.status, await started.json()]).toEqual([202, { id: 1 }]);
    expect((await state()).running).toEqual({ id: 1, done: 0, total: 30 });
    expect((await post('/clock/advance', { hours: 1 })).status).toBe(409);
    letPass();
    while (passed.length < 1) await pause();
    expect((await state()).running).toEqual({ id: 1, done: 24, total: 30 });
    letPass();
    while ((await state()).running) await pause();
    const { nowAt, lastReport } = await state();
    expect(nowAt).toBe(NOW + 30 * HOUR_MS);
    expect(lastReport).toMatchObject({ fromAt: NOW, toAt: nowAt, ordersPlaced: 30 });
    expect(lastReport.failures).toHaveLength(2);
  });

  test('it can be stopped after the day under way', async () => {
    const before = (await state()).nowAt as number;
    await post('/clock/advance', { hours: 72 });
    expect((await post('/clock/stop', {})).status).toBe(202);
    letPass();
    while ((await state()).running) await pause();
    expect((await state()).nowAt).toBe(before + 24 * HOUR_MS);
  });

  test('a lived shop is set up, lived as long as it has to be, and then left alone', async () => {
    const before = (await state()).nowAt as number;
    const live = () => post('/clock/lived', {});
    const started = await live();
    expect([started.status, await started.json()]).toEqual([202, { id: expect.any(Number), hours: 72 }]);
    expect((await live()).status).toBe(409);
    for (let day = 1; day <= 3; day += 1) {
      while ((await state()).nowAt !== before + (day - 1) * 24 * HOUR_MS) await pause();
      letPass();
    }
    while ((await state()).running) await pause();
    expect((await state()).nowAt).toBe(before + 72 * HOUR_MS);
    expect(lived.setUps).toBe(1);
    lived.left = 0;
    expect(await live().then(async (answer) => [answer.status, await answer.json()])).toEqual([
      200,
      { hours: 0 },
    ]);
  });

  test('a caller may wait for the report', async () => {
    const answer = post('/clock', { hours: 2 });
    while (!(await state()).running) await pause();
    letPass();
    expect(await answer.then((response) => response.json())).toMatchObject({ ordersPlaced: 2 });
  });

  test.each([[{ hours: 0 }], [{ hours: 1.5 }], [{ hours: '3' }], [{}], ['x'], [{ hours: 1e9 }]])(
    '%j is refused',
    async (body) => {
      expect((await post('/clock/advance', body)).status).toBe(400);
    },
  );

  test('another site may not move it', async () => {
    expect((await post('/clock/advance', { hours: 1 }, { origin: 'https://evil.example' })).status).toBe(403);
  });
});

describe('the editors', () => {
  test('a deep link asks, saving places', async () => {
    const link =
      '/admin/themes/current/editor?template=index&addAppBlockId=key/refill-shelf&target=newAppsSection';
    const page = await fetch(address + link).then((answer) => answer.text());
    expect(page).toContain('Added. Save to keep it.');
    expect(page).toContain('preview=shelfOnHome#');
    expect(placements.get().shelfOnHome).toBe(false);
    const save = await fetch(address + link, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ has_shelfOnHome: '1', shelfOnHome: 'on', has_embedOn: '1' }),
    });
    expect(save.headers.get('location')).toBe('/admin/themes/current/editor?saved=1');
    expect(placements.get()).toMatchObject({ shelfOnHome: true, embedOn: false });
  });

  test('the checkout editor knows its two pages and leaves the theme alone', async () => {
    const editor = `${address}/admin/settings/checkout/editor`;
    expect(await fetch(`${editor}?page=order-status`).then((answer) => answer.text())).toMatch(
      /name="reminderOnOrderStatus" value="on" checked/,
    );
    await fetch(editor, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({
        has_reminderOnThankYou: '1',
        reminderOnThankYou: 'on',
        has_reminderOnOrderStatus: '1',
      }),
    });
    expect(placements.get()).toMatchObject({
      shelfOnHome: true,
      reminderOnThankYou: true,
      reminderOnOrderStatus: false,
    });
  });
});

test.each([
  ['2 weeks', 336],
  ['a day', 24],
  ['an hour later', 1],
  ['Two Weeks', 336],
  ['36', 36],
  ['3d', 72],
])('"%s" is %d hours', (text, hours) => expect(hoursIn(text)).toBe(hours));

test.each(['', 'soon', '0 days', '-1 hour', '2 months', 'constructor'])(
  '"%s" is no length of time',
  (text) => {
    expect(() => hoursIn(text)).toThrow(/no length of time/);
  },
);
