import type { ActionFunctionArgs } from '@remix-run/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COFFEE, makeReminderWorld, type ReminderWorld } from '../../test/support/reminder-world';
import { eraseCustomer } from '../privacy/erase-customer.server';
import { collectResults } from '../results/counting/collect-results.server';
import { loadResultsPage } from '../results/page/load-page.server';
import { action as accept } from '../routes/api.reminders._index';
import { action as offer } from '../routes/api.reminders.offer';
import { action as stop } from '../routes/api.reminders.stop';
import { sweepOffers } from './settle-offers.server';

let world: ReminderWorld;

beforeEach(async () => {
  world = await makeReminderWorld();
});
afterEach(() => world.ports.close());

const CONSENT = { preferences: true, analytics: true };
const TOKEN = 'checkout-token-1';
const ADA = { sub: 'gid://shopify/Customer/77' };
const EVE = { sub: 'gid://shopify/Customer/78' };
const product = { productId: String(COFFEE.productId), variantId: String(COFFEE.variantId) };
const ASK = { checkoutToken: TOKEN, consent: CONSENT, lines: [{ ...product, quantity: 1 }] };
const YES = { checkoutToken: TOKEN, consent: CONSENT, ...product, remindOn: '2026-12-12', wording: 'v1' };
const NO = { checkoutToken: TOKEN, productId: product.productId };
const visitor = (n: number) => String(n).padStart(22, 'v');

type Action = (args: ActionFunctionArgs) => Promise<Response>;

async function send(action: Action, request: Request) {
  const { ports } = world;
  const response = await action({ request, params: {}, context: { ports } }).catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
  return { status: response.status, body: (await response.json()) as unknown, headers: response.headers };
}
const call = async (action: Action, body: object, claims?: object) =>
  send(action, await world.request('/api', body, { ...claims }));

/** Everything by which somebody could be counted. */
async function counted() {
  const { shopperKey, exposure, assignment } = world.ports.db.read.prisma;
  return Promise.all([shopperKey.count(), exposure.count(), assignment.count()]);
}
const NOBODY = [0, 0, 0];
const reminders = () => world.ports.db.read.prisma.reminder.findMany();
const waiting = () => world.ports.db.read.prisma.waitingOffer.count();

async function comes(orderId: bigint, more: object = {}) {
  await world.place({ orderId, checkoutToken: TOKEN, email: 'ada@example.test', ...more });
  await world.arrive(orderId);
}

describe('somebody else’s checkout', () => {
  it.each([
    ['before its order came', async () => undefined],
    ['after its order came', () => comes(1n, { customerId: 77n })],
  ])('is neither listed, moved nor stopped by another customer, %s', async (_when, happens) => {
    await call(offer, ASK, ADA);
    await call(accept, YES, ADA);
    await happens();
    const before = await reminders();
    expect((await call(offer, ASK, EVE)).body).toEqual({ show: false });
    expect((await call(accept, { ...YES, remindOn: '2027-01-01' }, EVE)).status).toBe(403);
    expect((await call(stop, NO, EVE)).status).toBe(403);
    expect(await reminders()).toEqual(before);
    expect((await call(offer, ASK, ADA)).body).toMatchObject({
      show: true,
      existing: [{ remindOn: '2026-12-12' }],
    });
    expect((await call(stop, NO, ADA)).status).toBe(200);
    expect(await reminders()).toMatchObject([{ state: 'stopped' }]);
  });

  it('is no customer’s while a guest’s reminder waits for the order', async () => {
    await call(offer, ASK);
    await call(accept, YES);
    expect((await call(stop, NO, EVE)).status).toBe(403);
    expect((await call(offer, ASK, EVE)).body).toEqual({ show: false });
  });

  it('shows without a customer only what this checkout set', async () => {
    await call(offer, ASK, ADA);
    await call(accept, YES, ADA);
    await comes(1n, { customerId: 77n });
    expect((await call(offer, ASK)).body).toMatchObject({ existing: [{ remindOn: '2026-12-12' }] });
    expect((await call(offer, { ...ASK, checkoutToken: 'another-checkout' })).body).toMatchObject({
      existing: [],
    });
  });

  it('gets no mail about a reminder that a stranger set before its order came', async () => {
    await call(offer, ASK, EVE);
    await call(accept, YES, EVE);
    await comes(1n, { customerId: 77n });
    expect(await reminders()).toMatchObject([{ state: 'stopped', endReason: 'other-customer', email: null }]);
  });
});

describe('without consent', () => {
  const declined = { preferences: false, analytics: false };

  it.each([
    ['declined', declined],
    ['half given', { preferences: true, analytics: false }],
    ['not said', undefined],
  ])('(%s) nothing is kept, of customers, browsers and checkouts', async (_name, consent) => {
    const shown = [];
    for (const claims of [{}, ADA, EVE]) {
      const { body } = await call(offer, { ...ASK, consent, visitor: visitor(1) }, claims);
      shown.push((body as { show: boolean }).show);
    }
    expect(shown).toEqual([true, true, true]);
    expect(await counted()).toEqual(NOBODY);
    expect(await waiting()).toBe(0);
    await comes(1n, { customerId: 77n });
    expect(await world.ports.db.read.prisma.exposure.count()).toBe(0);
  });

  it('the arm is the one that would have been drawn', async () => {
    const { db } = world.ports;
    await db.write((tx) => tx.prisma.layer.updateMany({ data: { shareBp: 5000 } }));
    for (let customer = 1; customer <= 12; customer += 1) {
      const [sub, checkoutToken] = [`gid://shopify/Customer/${customer}`, `checkout-${customer}`];
      const peeked = await call(offer, { ...ASK, checkoutToken, consent: declined }, { sub });
      const drawn = await call(offer, { ...ASK, checkoutToken }, { sub });
      expect(peeked.body).toEqual(drawn.body);
    }
  });

  it('a tap keeps the reminder and makes no exposure; who consents later is late', async () => {
    const { db } = world.ports;
    await call(offer, { ...ASK, consent: declined }, ADA);
    expect(await call(accept, { ...YES, consent: declined }, ADA)).toMatchObject({ status: 200 });
    expect(await reminders()).toMatchObject([{ state: 'pending', remindOn: 20799 }]);
    expect(await counted()).toEqual(NOBODY);
    await comes(1n, { customerId: 77n });
    expect(await reminders()).toMatchObject([{ state: 'active' }]);
    expect(await db.read.prisma.exposure.count()).toBe(0);

    world.ports.clock.advance(3_600_000);
    await call(offer, { ...ASK, checkoutToken: 'a-later-checkout' }, ADA);
    expect(await db.read.prisma.exposure.count()).toBe(1);
    const shopId = world.shop.id;
    await collectResults(world.ports, { shopId, payload: {} });
    const page = await loadResultsPage(world.ports, { ...world.shop, currency: 'GBP' });
    if (page.reason !== 'live') throw new Error(page.reason);
    for (const comparison of [page.view.tactics.reminder, page.view.larder]) {
      expect(comparison.treated.shoppers).toBe(0);
      expect(comparison.leftOut.lateIdentity).toBe(1);
    }
  });

  it('nothing that was not to be offered can be accepted', async () => {
    await world.ports.db.write((tx) => tx.prisma.consumable.updateMany({ data: { holds: false } }));
    expect(await call(accept, { ...YES, consent: declined })).toMatchObject({ status: 400 });
    expect(await reminders()).toEqual([]);
  });
});

describe('invented checkouts and browsers', () => {
  it('one guest’s token is one checkout, and what it says of browsers counts for nobody', async () => {
    const request = await world.request('/api', ASK);
    const statuses = [];
    for (let n = 0; n < 30; n += 1) {
      const body = JSON.stringify({ ...ASK, checkoutToken: `invented-${n}`, visitor: visitor(n) });
      statuses.push((await send(offer, new Request(request, { body }))).status);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 429)).toHaveLength(29);
    expect(await counted()).toEqual(NOBODY);
  });

  it('one token spelled in other ways is no token', async () => {
    const [head = '', claims = '', signature = ''] = (await world.token()).split('.');
    const last = signature.slice(0, -1);
    const spellings = [
      ...[
        `${signature}=`,
        `${signature}~~`,
        `${signature}*`,
        `!${signature}`,
        `${last} ${signature.slice(-1)}`,
      ],
      signature.replace(/-/g, '+').replace(/_/g, '/') + '==',
      ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
        .filter((letter) => letter !== signature.slice(-1))
        .map((letter) => last + letter),
    ];
    for (const spelled of spellings) {
      const headers = { Authorization: `Bearer ${head}.${claims}.${spelled}` };
      const asked = await send(offer, new Request(await world.request('/api', ASK), { headers }));
      expect([spelled, asked.status]).toEqual([spelled, 401]);
    }
    expect((await call(offer, ASK)).status).toBe(200);
  });

  it('without consent one token sets no more reminders than a checkout has products', async () => {
    const { consent: _none, ...wish } = YES;
    const request = await world.request('/api', wish);
    const statuses = [];
    for (let n = 0; n < 35; n += 1) {
      const body = JSON.stringify({ ...wish, checkoutToken: `invented-${n}` });
      statuses.push((await send(accept, new Request(request, { body }))).status);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(10);
    expect(statuses.slice(-10)).toEqual(Array(10).fill(429));
    expect(await reminders()).toHaveLength(10);
  });

  it('are swept after a week, and count for nobody until then', async () => {
    for (let n = 0; n < 10; n += 1)
      await call(offer, { ...ASK, checkoutToken: `invented-${n}`, visitor: visitor(n) });
    expect(await waiting()).toBe(10);
    expect(await counted()).toEqual(NOBODY);
    world.ports.clock.advance(8 * 86_400_000);
    await sweepOffers(world.ports);
    expect(await waiting()).toBe(0);
  });

  it('a browser that the order does not carry was never there', async () => {
    await call(offer, { ...ASK, visitor: visitor(1) });
    await comes(1n, { customerId: 77n, browserId: visitor(2) });
    expect(await world.ports.db.read.prisma.exposure.count()).toBe(0);
    expect(await waiting()).toBe(0);
  });

  it('one customer meets five offers a day at most', async () => {
    for (let n = 0; n < 12; n += 1) await call(offer, { ...ASK, checkoutToken: `invented-${n}` }, ADA);
    expect(await counted()).toEqual([1, 5, 2]);
  });

  it('whoever asks too often is told when to come back', async () => {
    const request = await world.request('/api', NO);
    const answers = [];
    for (let n = 0; n < 45; n += 1) answers.push(await send(stop, request.clone()));
    expect(answers.at(-1)).toMatchObject({ status: 429, body: { error: 'too-many-requests' } });
    expect(answers.at(-1)?.headers.get('Retry-After')).toBe('60');
    expect(answers[0]?.status).toBe(200);
  });

  it('an order that came unnoticed is taken up', async () => {
    await call(offer, ASK);
    await world.place({ orderId: 1n, checkoutToken: TOKEN, customerId: 77n });
    await sweepOffers(world.ports);
    expect(
      await world.ports.db.read.prisma.job.findMany({ where: { kind: 'shoppers.learn' } }),
    ).toMatchObject([{ payload: { orderIds: ['1'] } }]);
  });
});

describe('the checkout of somebody erased', () => {
  it.each([
    ['with their session', ADA],
    ['without one', {}],
  ])('makes nobody anew, %s', async (_name, claims) => {
    await call(offer, ASK, ADA);
    await call(accept, YES, ADA);
    await comes(1n, { customerId: 77n });
    const payload = { customerId: 77n, emailHash: null, phoneHash: null, orderIds: [1n] };
    await eraseCustomer(world.ports, { shopId: world.shop.id, payload });
    const before = await counted();
    expect((await call(offer, { ...ASK, visitor: visitor(1) }, claims)).body).toEqual({ show: false });
    expect((await call(accept, YES, claims)).status).toBe(400);
    expect((await call(accept, { ...YES, consent: null }, claims)).status).toBe(400);
    expect((await call(stop, NO, claims)).status).toBe(200);
    expect(await counted()).toEqual(before);
    expect(await reminders()).toEqual([]);
    expect(await waiting()).toBe(0);
  });

  it('opens again with a later order', async () => {
    await call(offer, ASK, ADA);
    const payload = { customerId: 77n, emailHash: null, phoneHash: null, orderIds: [] };
    await eraseCustomer(world.ports, { shopId: world.shop.id, payload });
    const later = { ...ASK, checkoutToken: 'a-later-checkout' };
    expect((await call(offer, later, ADA)).body).toEqual({ show: false });
    await world.place({ orderId: 2n, checkoutToken: later.checkoutToken, customerId: 77n });
    await world.arrive(2n);
    expect((await call(offer, later, ADA)).body).toMatchObject({ show: true });
  });
});
