import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld } from '../open-world';
import type { OpenedWorld } from '../open-world';
import type { Order, ReceivedMail, ShopperActs } from '../types';

const START = Date.parse('2026-11-20T10:00:00Z');
const HOUR_MS = 3_600_000;
let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'life-'))));
afterAll(() => rm(folder, { recursive: true }));

const open = (changes: object = {}) =>
  openWorld({
    stateFile: join(folder, 'world.bin'),
    fresh: true,
    shoppers: 150,
    days: 60,
    wallNow: () => START,
    ...changes,
  });

const quiet: ShopperActs = {
  visitHome: async () => ({ refillProductIds: [] }),
  seeReminderOffer: async () => null,
  acceptReminder: async () => undefined,
  unsubscribe: async () => undefined,
};
const showing = ({ world }: OpenedWorld): ShopperActs => ({
  ...quiet,
  visitHome: async () => ({ refillProductIds: world.products().map(({ id }) => id) }),
});
const idle = async () => undefined;

async function ordersOf(opened: OpenedWorld, acts: ShopperActs, hours = 28 * 24): Promise<readonly Order[]> {
  const before = opened.world.orders().length;
  await opened.advance({ hours, acts, stepApp: idle });
  return opened.world.orders().slice(before);
}

test('the same acts lead to the same life', async () => {
  const [first, second] = [await open(), await open()];
  expect(await ordersOf(first, quiet, 72)).toEqual(await ordersOf(second, quiet, 72));
  expect(await ordersOf(first, quiet, 24)).toEqual(await ordersOf(second, quiet, 24));
});

test('a life goes on after a restart as it would have without', async () => {
  const through = await open();
  await ordersOf(through, quiet, 96);
  const stopped = await open();
  await ordersOf(stopped, quiet, 48);
  await stopped.save();
  const resumed = await open({ fresh: false });
  await ordersOf(resumed, quiet, 48);
  expect(resumed.world.orders()).toEqual(through.world.orders());
});

test('a shelf that shows what they need makes them buy here more often, by the true effect only', async () => {
  const without = await ordersOf(await open(), quiet);
  const effective = await open({ effects: { shelf: 1.5 } });
  const shown = await ordersOf(effective, showing(effective));
  const idleEffect = await open({ effects: {} });
  expect(shown.length).toBeGreaterThan(without.length * 1.15);
  expect(await ordersOf(idleEffect, showing(idleEffect))).toEqual(without);
});

test('a reminder works on those it reaches, for the product it names', async () => {
  const mailAll = (opened: OpenedWorld, about: 'everything' | 'nothing') => {
    const variants = opened.world
      .products()
      .flatMap((product) => product.variants.map(({ id }) => `${id}:1`));
    const items = about === 'everything' ? variants.join(',') : '1:1';
    for (const { email } of opened.world.customers())
      opened.noteMail(mailTo(email ?? '', `/cart/${items}?storefront=true`));
  };
  const effects = { reminder: 3 };
  const [reminded, others] = [await open({ effects }), await open({ effects })];
  mailAll(reminded, 'everything');
  mailAll(others, 'nothing');
  const after = await ordersOf(reminded, quiet, 14 * 24);
  expect(after.length).toBeGreaterThan(1.2 * (await ordersOf(others, quiet, 14 * 24)).length);
});

test.each([
  ['things to discover', 'discovery', '/products/stoneware-mug'],
  ['a code', 'discount', '/cart/1:1?storefront=true&amp;discount=THANKS-1'],
  ['news', 'generic', '/'],
] as const)(
  'a letter with %s makes them treat themselves more often, for two weeks',
  async (_what, kind, link) => {
    const [written, others] = [await open({ effects: { [kind]: 8 } }), await open({ effects: {} })];
    for (const opened of [written, others])
      for (const { email } of opened.world.customers()) opened.noteMail(mailTo(email ?? '', link));
    const soon = await ordersOf(written, quiet, 14 * 24);
    const without = await ordersOf(others, quiet, 14 * 24);
    expect(soon.length).toBeGreaterThan(without.length * 1.1);
    expect(without).toEqual(await ordersOf(await open({ effects: {} }), quiet, 14 * 24));
  },
);

test('a few leave the shop’s mail: most by the mail’s own link, some in their account', async () => {
  const opened = await open({ shoppers: 2000, days: 3 });
  const { world } = opened;
  const subscribed = () => world.customers().filter(({ marketing }) => marketing === 'SUBSCRIBED').length;
  const before = subscribed();
  expect(before / world.customers().length).toBeCloseTo(0.6, 1);
  const mail = { ...mailTo('', '/'), headers: [{ key: 'List-Unsubscribe', value: '<https://x.test/u>' }] };
  for (const { email } of world.customers()) opened.noteMail({ ...mail, to: email ?? '' });
  let pressed = 0;
  const unsubscribe: ShopperActs['unsubscribe'] = async ({ headers }) => {
    expect(headers).toEqual(mail.headers);
    pressed += 1;
  };
  await opened.advance({ hours: 1, acts: { ...quiet, unsubscribe }, stepApp: idle });
  const inAccount = world.customers().filter(({ updatedAt }) => updatedAt > START).length;
  expect(pressed).toBeGreaterThan(inAccount);
  expect(inAccount).toBeGreaterThan(0);
  expect(pressed + inAccount).toBeLessThan(40);
  expect(subscribed()).toBeLessThan(before);
  await opened.advance({
    hours: 1,
    acts: { ...quiet, unsubscribe: () => Promise.reject(new Error('again')) },
    stepApp: idle,
  });
});

function mailTo(to: string, link: string): ReceivedMail {
  const text = `Time for a refill? https://larder-demo.myshopify.com${link}`;
  const rest = { from: 'shop@example.test', subject: 'A reminder', html: '', headers: [], read: false };
  return { id: 'm', receivedAt: START, to: `Somebody <${to}>`, text, ...rest };
}

test('each hour the app goes first, and no order lies ahead of the clock or before its visit', async () => {
  const opened = await open();
  const { world, clock } = opened;
  const told: string[] = [];
  world.subscribe((event) => {
    if (event.topic !== 'orders/create') return;
    told.push('order');
    const order = world.order(event.orderId);
    if (order?.sourceName === 'web') expect(order.createdAt).toBeGreaterThan(clock.now());
  });
  const steps: number[] = [];
  const hours: number[] = [];
  const stepApp = async (at: number) => {
    steps.push(at);
    told.push('app');
    expect(world.orders().at(-1)?.createdAt).toBeLessThanOrEqual(at);
  };
  await opened.advance({ hours: 24, acts: quiet, stepApp, onHour: (done) => void hours.push(done) });
  expect(steps.slice(0, 24)).toEqual(Array.from({ length: 24 }, (_, hour) => START + (hour + 1) * HOUR_MS));
  expect(steps).toHaveLength(25);
  expect(hours.at(-1)).toBe(24);
  expect(told).toContain('order');
  expect([told[0], told.at(-1)]).toEqual(['app', 'app']);
});

test('orders of those who consent carry their browser id, once the embed is in the theme', async () => {
  const withEmbed = await ordersOf(await open(), quiet, 96);
  const ids = withEmbed.flatMap(({ customAttributes }) =>
    customAttributes.filter(({ key }) => key === '__larder_visitor').map(({ value }) => value),
  );
  const web = withEmbed.filter(({ sourceName }) => sourceName === 'web');
  expect(ids.length).toBeGreaterThan(0);
  expect(ids.length).toBeLessThan(web.length);
  for (const id of ids) expect(id).toMatch(/^[\w-]{22}$/);
  const bare = await open();
  await bare.advance({ hours: 96, acts: quiet, stepApp: idle, embedOn: () => false });
  expect(JSON.stringify(bare.world.orders())).not.toContain('__larder_visitor');
});

test('some accept the reminder that they are offered, on orders that have a checkout token', async () => {
  const accepted: string[] = [];
  const acts: ShopperActs = {
    ...quiet,
    seeReminderOffer: async ({ checkoutToken, lines }) => {
      expect(checkoutToken).toMatch(/^[0-9a-f]{32}$/);
      return { productIds: lines.flatMap(({ productId }) => productId ?? []) };
    },
    acceptReminder: async (order, _buyer, productId) => void accepted.push(`${order.id} ${productId}`),
  };
  const report = await (await open()).advance({ hours: 7 * 24, acts, stepApp: idle });
  expect(report.remindersAccepted).toBe(accepted.length);
  expect(accepted.length).toBeGreaterThan(report.offersSeen * 0.1);
  expect(accepted.length).toBeLessThan(report.offersSeen * 0.7);
});

test('a storefront that fails stops nobody, and is told', async () => {
  const fails = () => Promise.reject(new Error('503'));
  const acts = { visitHome: fails, seeReminderOffer: fails, acceptReminder: fails, unsubscribe: fails };
  const report = await (await open()).advance({ hours: 72, acts, stepApp: idle });
  expect(report.orders).toBeGreaterThan(0);
  expect(new Set(report.failures)).toEqual(new Set(['503']));
});

test('who is erased lives no more, and what is gone is not bought', async () => {
  const opened = await open({ shoppers: 30 });
  for (const { id } of [...opened.world.customers()]) opened.world.eraseCustomer(id);
  for (const { id } of [...opened.world.products()]) opened.world.deleteProduct(id);
  const report = await opened.advance({ hours: 200, acts: quiet, stepApp: idle });
  expect(report).toMatchObject({ visits: 0, orders: 0 });
});

test('deleted products are not bought by the living either', async () => {
  const opened = await open({ shoppers: 40 });
  for (const { id } of [...opened.world.products()]) opened.world.deleteProduct(id);
  const report = await opened.advance({ hours: 200, acts: quiet, stepApp: idle });
  expect(report.visits).toBeGreaterThan(0);
  expect(report.orders).toBe(0);
});
