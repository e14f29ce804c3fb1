import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShelfShop, randomId, type ShelfShop } from '../../test/support/shelf-shop';
import { makeTestPorts, type TestPorts } from '../../test/support/test-ports';
import type { ShopperName } from '../shoppers/shopper-key';
import { answerShelf } from './answer-shelf.server';
import { recordEvent } from './record-event.server';

const VIEW = randomId('view');

let ports: TestPorts;
let shop: ShelfShop;
let browser: ShopperName;

beforeEach(async () => {
  ports = await makeTestPorts();
  shop = await openShelfShop(ports);
  await shop.stock(1n);
  browser = shop.shopperIn('treated', 'browser');
  await shop.forecast(browser, 1n);
});

afterEach(() => ports.close());

async function show(who: ShopperName): Promise<void> {
  await answerShelf(ports, { url: shop.url('/proxy/shelf', { v: '1', visitor: who.value, view: VIEW }) });
}

async function send(event: object, account?: ShopperName): Promise<number> {
  const body = JSON.stringify({ visitor: browser.value, view: VIEW, ...event });
  return (await recordEvent(ports, { url: shop.url('/proxy/events', {}, account), body })).status;
}

describe('what a shopper does with a shelf', () => {
  it('is kept once per view, type and product', async () => {
    await show(browser);
    const events = [{ type: 'seen' }, { type: 'added', productId: '1' }, { type: 'dismissed' }];
    for (const event of [...events, ...events]) expect(await send(event)).toBe(204);
    const kept = await ports.db.read.prisma.shelfEvent.findMany({ orderBy: { type: 'asc' } });
    expect(kept.map((event) => [event.type, event.productId])).toEqual([
      ['added', 1n],
      ['dismissed', 0n],
      ['seen', 0n],
    ]);
  });

  it.each([
    ['a view that never was', { view: randomId('made-up'), type: 'seen' }],
    ['another visitor', { visitor: randomId('other'), type: 'seen' }],
    ['nobody', { visitor: '', type: 'seen' }],
    ['a product that was not on it', { type: 'added', productId: '2' }],
  ])('is dropped for %s', async (_name, event) => {
    await show(browser);
    expect(await send(event)).toBe(204);
    expect(await ports.db.read.prisma.shelfEvent.count()).toBe(0);
  });

  it('is dropped where nothing was shown', async () => {
    browser = shop.shopperIn('control', 'browser');
    await shop.forecast(browser, 1n);
    await show(browser);
    expect(await send({ type: 'seen' })).toBe(204);
    expect(await ports.db.read.prisma.shelfEvent.count()).toBe(0);
  });

  it('is kept for a signed-in shopper on a browser without an id', async () => {
    const account = shop.shopperIn('treated', 'account');
    await shop.forecast(account, 1n);
    await answerShelf(ports, { url: shop.url('/proxy/shelf', { v: '1', visitor: '', view: VIEW }, account) });
    expect(await send({ visitor: '', type: 'seen' }, account)).toBe(204);
    expect(await ports.db.read.prisma.shelfEvent.count()).toBe(1);
  });
});

it.each([
  ['no JSON', '{'],
  ['an unknown type', JSON.stringify({ visitor: '', view: VIEW, type: 'bought' })],
  ['an item added without naming it', JSON.stringify({ visitor: '', view: VIEW, type: 'added' })],
  ['a malformed view', JSON.stringify({ visitor: '', view: 'v', type: 'seen' })],
])('refuses %s', async (_name, body) => {
  expect(await recordEvent(ports, { url: shop.url('/proxy/events', {}), body })).toEqual({ status: 400 });
});

it('refuses parameters in its address', async () => {
  const body = JSON.stringify({ visitor: '', view: VIEW, type: 'seen' });
  const url = shop.url('/proxy/events', { utm_source: 'mail' });
  expect(await recordEvent(ports, { url, body })).toEqual({ status: 400 });
});

it('refuses an unsigned request', async () => {
  const url = new URL('/proxy/events?shop=corner.myshopify.com', ports.config.appUrl);
  expect(await recordEvent(ports, { url, body: '{}' })).toEqual({ status: 401 });
});
