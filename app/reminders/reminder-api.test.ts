import type { ActionFunctionArgs } from '@remix-run/node';
import { SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BEANS, COFFEE, makeReminderWorld, type ReminderWorld } from '../../test/support/reminder-world';
import { action as accept } from '../routes/api.reminders._index';
import { action as offer, loader } from '../routes/api.reminders.offer';
import { action as stop } from '../routes/api.reminders.stop';

let world: ReminderWorld;

beforeEach(async () => {
  world = await makeReminderWorld();
});

afterEach(() => world.ports.close());

const TOKEN = 'checkout-token-1';
const VISITOR = 'visitor_visitor_visito';

const line = (item: typeof COFFEE, quantity = 1) => ({
  productId: String(item.productId),
  variantId: `gid://shopify/ProductVariant/${item.variantId}`,
  quantity,
});

const CONSENT = { preferences: true, analytics: true };

const ASK = {
  checkoutToken: TOKEN,
  orderId: null,
  consent: CONSENT,
  visitor: VISITOR,
  lines: [line(COFFEE), line(BEANS)],
  locale: 'en',
};
const YES = {
  checkoutToken: TOKEN,
  consent: CONSENT,
  productId: String(COFFEE.productId),
  variantId: String(COFFEE.variantId),
  remindOn: '2026-12-12',
  wording: 'v1',
};

type Action = (args: ActionFunctionArgs) => Promise<Response>;

async function call(action: Action, path: string, body: unknown, claims?: Record<string, unknown>) {
  return send(action, await world.request(path, body, claims));
}

async function send(action: Action, request: Request) {
  const response = await action({
    request,
    params: {},
    context: { ports: world.ports },
  }).catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
  const body = (await response.json().catch(() => null)) as Record<string, never> | null;
  return { status: response.status, body, cors: response.headers.get('Access-Control-Allow-Origin') };
}

const askOffer = (body: unknown = ASK, claims?: Record<string, unknown>) =>
  call(offer, '/api/reminders/offer', body, claims);
const say = (body: unknown = YES, claims?: Record<string, unknown>) =>
  call(accept, '/api/reminders', body, claims);

let orders = 100n;

/** The order of a checkout comes, as the webhook brings it. */
async function comes(checkoutToken: string, more: object = { browserId: VISITOR }): Promise<void> {
  const orderId = (orders += 1n);
  await world.place({ orderId, checkoutToken, ...more });
  await world.arrive(orderId);
}

/** Everything that results count. */
async function counted() {
  const { shopperKey, exposure, assignment } = world.ports.db.read.prisma;
  return Promise.all([shopperKey.count(), exposure.count(), assignment.count()]);
}

describe('the offer', () => {
  it('names products and days, within limits, and is one exposure once the order has come', async () => {
    const answer = await askOffer();
    expect(answer).toMatchObject({ status: 200, cors: '*' });
    expect(answer.body).toMatchObject({ show: true, todayOn: '2026-11-12', existing: [] });
    const offers = answer.body?.offers as unknown as {
      productId: string;
      variantId: string;
      remindOn: string;
    }[];
    expect(offers.map((offer) => offer.productId)).toEqual([
      String(COFFEE.productId),
      String(BEANS.productId),
    ]);
    for (const offer of offers) {
      expect(offer).toMatchObject({ earliestOn: '2026-11-13', latestOn: '2027-11-12' });
      expect(offer.remindOn > '2026-11-19' && offer.remindOn < '2027-05-12').toBe(true);
    }
    expect(await askOffer()).toMatchObject({ body: { offers } });
    expect(await counted()).toEqual([0, 0, 0]);
    await comes(TOKEN);
    expect(await askOffer()).toMatchObject({ body: { offers } });
    const exposures = await world.ports.db.read.prisma.exposure.findMany();
    expect(exposures).toMatchObject([{ tactic: 'reminder', businessKey: TOKEN, arm: 'treated' }]);
    expect(exposures[0]?.detail).toMatchObject({ offers: [{ productId: String(COFFEE.productId) }, {}] });
  });

  it('keeps its days when the page is seen again later', async () => {
    const first = await askOffer();
    world.ports.clock.advance(3 * 86_400_000);
    const again = await askOffer({ ...ASK, lines: [] });
    const days = (answer: typeof first) =>
      (answer.body?.offers as unknown as { remindOn: string }[]).map((offer) => offer.remindOn);
    expect(days(again)).toEqual(days(first));
  });

  it('is not shown again once the order is cancelled', async () => {
    expect((await askOffer()).body).toMatchObject({ show: true });
    await world.place({ orderId: 5n, checkoutToken: TOKEN, cancelled: true });
    expect((await askOffer()).body).toEqual({ show: false });
  });

  it('is not made for sensitive goods, durables, subscriptions, what is sold by them only, foreign variants or without anything known', async () => {
    const { ports, shop } = world;
    await ports.db.write(async (tx) => {
      await tx.prisma.product.updateMany({
        where: { productId: COFFEE.productId },
        data: { isSensitive: true },
      });
      await tx.prisma.consumable.updateMany({
        where: { productId: BEANS.productId },
        data: { holds: false },
      });
    });
    expect((await askOffer()).body).toEqual({ show: false });
    await ports.db.write(async (tx) => {
      await tx.prisma.consumable.updateMany({ where: { productId: BEANS.productId }, data: { holds: true } });
    });
    await ports.db.write(async (tx) => {
      await tx.prisma.product.updateMany({
        where: { productId: BEANS.productId },
        data: { requiresSellingPlan: true },
      });
    });
    expect((await askOffer()).body).toEqual({ show: false });
    await ports.db.write(async (tx) => {
      await tx.prisma.product.updateMany({ data: { requiresSellingPlan: false } });
    });
    const swapped = { ...line(BEANS), variantId: String(COFFEE.variantId) };
    expect((await askOffer({ ...ASK, lines: [swapped] })).body).toEqual({ show: false });
    await world.place({ orderId: 5n, checkoutToken: TOKEN, lines: [{ ...BEANS, isSubscription: true }] });
    expect((await askOffer()).body).toEqual({ show: false });
    expect(await ports.db.read.prisma.exposure.count({ where: { shopId: shop.id } })).toBe(0);
  });

  it('is not made while the tactic is off or nobody says who sends', async () => {
    const { ports, shop } = world;
    await ports.db.write((tx) =>
      tx.prisma.shop.update({ where: { id: shop.id }, data: { postalAddress: '  ' } }),
    );
    expect((await askOffer()).body).toEqual({ show: false });
    await ports.db.write((tx) =>
      tx.prisma.shop.update({ where: { id: shop.id }, data: { postalAddress: '1 High St' } }),
    );
    await ports.db.write((tx) => tx.prisma.tactic.updateMany({ data: { state: 'off' } }));
    expect((await askOffer()).body).toEqual({ show: false });
    expect(await ports.db.read.prisma.exposure.count()).toBe(0);
  });

  it('logs control and held-out exposures alike and shows them nothing', async () => {
    const { ports } = world;
    await ports.db.write((tx) => tx.prisma.layer.updateMany({ data: { shareBp: 5000 } }));
    const arms = new Map<string, Record<string, unknown> | null>();
    for (let i = 0; arms.size < 3 && i < 60; i += 1) {
      const checkoutToken = `checkout-${String(i).padStart(3, '0')}`;
      const visitor = String(i).padStart(22, 'v');
      const { body } = await askOffer({ ...ASK, checkoutToken, visitor });
      await comes(checkoutToken, { browserId: visitor });
      const { arm } = await ports.db.read.prisma.exposure.findFirstOrThrow({
        where: { businessKey: checkoutToken },
      });
      arms.set(arm, body);
    }
    expect(arms.get('control')).toEqual({ show: false });
    expect(arms.get('holdout')).toEqual({ show: false });
    expect(arms.get('treated')).toMatchObject({ show: true });
    const details = await ports.db.read.prisma.exposure.findMany({
      select: { detail: true },
      distinct: ['detail'],
    });
    expect(details).toHaveLength(1);
  });

  it('takes the arm from the customer, the browser, the order or the checkout, in that order', async () => {
    const kinds = async (checkoutToken: string) => {
      const { keyId } = await world.ports.db.read.prisma.exposure.findFirstOrThrow({
        where: { businessKey: checkoutToken },
      });
      return (await world.ports.db.read.prisma.shopperKey.findFirstOrThrow({ where: { id: keyId } })).kind;
    };
    const sub = 'gid://shopify/Customer/77';
    await askOffer({ ...ASK, checkoutToken: 'by-customer' }, { sub });
    await askOffer({ ...ASK, checkoutToken: 'by-browser' });
    await comes('by-browser');
    await world.place({ orderId: 8n, customerId: 78n, checkoutToken: 'by-order' });
    await askOffer({ ...ASK, checkoutToken: 'by-order', visitor: null });
    await askOffer({ ...ASK, checkoutToken: 'by-itself', visitor: 'not-an-id' });
    await comes('by-itself', {});
    expect(await Promise.all(['by-customer', 'by-browser', 'by-order', 'by-itself'].map(kinds))).toEqual([
      'account',
      'browser',
      'account',
      'checkout',
    ]);
  });

  it('uses a customer’s own rhythm only when the token proves them', async () => {
    for (const [orderId, day] of [
      [1n, '2026-08-01'],
      [2n, '2026-08-11'],
      [3n, '2026-08-21'],
      [4n, '2026-08-31'],
    ] as const) {
      await world.place({ orderId, customerId: 77n, placedAt: new Date(`${day}T12:00:00Z`) });
    }
    const only = { ...ASK, visitor: VISITOR, lines: [line(COFFEE)] };
    const day = async (checkoutToken: string, sub?: string) => {
      const { body } = await askOffer({ ...only, checkoutToken }, sub ? { sub } : {});
      return (body?.offers as unknown as { remindOn: string }[])[0]?.remindOn;
    };
    const own = await day('with-sign-in', 'gid://shopify/Customer/77');
    const stranger = await day('as-a-guest');
    expect(own).not.toBe(stranger);
    expect(await day('another-customer', 'gid://shopify/Customer/78')).toBe(stranger);
  });
});

it('two questions about one checkout at the same time get the same offers', async () => {
  const [asked, other] = await Promise.all([
    askOffer({ ...ASK, lines: [line(COFFEE)] }),
    askOffer({ ...ASK, lines: [line(BEANS)] }),
  ]);
  expect(asked.body?.offers).toHaveLength(1);
  expect(other.body?.offers).toEqual(asked.body?.offers);
  await comes(TOKEN);
  expect(await world.ports.db.read.prisma.exposure.count()).toBe(1);
});

describe('an answer to the offer', () => {
  it('is pending, moves with a second call, and is undone', async () => {
    await askOffer();
    const first = await say();
    expect(first).toMatchObject({ status: 200, cors: '*', body: { state: 'pending' } });
    expect(await say({ ...YES, remindOn: '2027-01-02' })).toMatchObject({ body: first.body });
    const reminders = await world.ports.db.read.prisma.reminder.findMany();
    expect(reminders).toMatchObject([{ state: 'pending', remindOn: 20820, wording: 'v1', email: null }]);
    const stopped = await call(stop, '/api/reminders/stop', {
      checkoutToken: TOKEN,
      productId: YES.productId,
    });
    expect(stopped).toMatchObject({ status: 200, body: { state: 'stopped' } });
    expect(await world.ports.db.read.prisma.reminder.findMany()).toMatchObject([
      { state: 'stopped', endReason: 'shopper' },
    ]);
    expect(await say()).toMatchObject({ body: { state: 'pending' } });
  });

  it('is refused, and nothing kept, for what was not offered or not to this arm', async () => {
    const untouched = async () => expect(await world.ports.db.read.prisma.reminder.count()).toBe(0);
    expect(await say()).toMatchObject({ status: 400, cors: '*' });
    await askOffer({ ...ASK, lines: [line(COFFEE)] });
    expect(await say({ ...YES, productId: String(BEANS.productId) })).toMatchObject({ status: 400 });
    expect(await say({ ...YES, variantId: String(BEANS.variantId) })).toMatchObject({ status: 400 });
    expect(await say({ ...YES, remindOn: '2026-11-12' })).toMatchObject({ status: 400 });
    expect(await say({ ...YES, remindOn: '2028-01-01' })).toMatchObject({ status: 400 });
    expect(await say({ ...YES, remindOn: '2026-02-31' })).toMatchObject({ status: 400 });
    expect(await say({ ...YES, wording: 'v9' })).toMatchObject({ status: 400 });
    await world.ports.db.write((tx) => tx.prisma.waitingOffer.updateMany({ data: { arm: 'control' } }));
    expect(await say()).toMatchObject({ status: 400 });
    await untouched();
  });

  it('shows and stops reminders of earlier orders only for a customer whom the token proves', async () => {
    const sub = 'gid://shopify/Customer/77';
    await askOffer(ASK, { sub });
    await say();
    await world.place({ orderId: 1n, customerId: 77n, checkoutToken: TOKEN, email: 'ada@example.test' });
    await world.arrive(1n);
    const later = { ...ASK, checkoutToken: 'another-checkout' };
    expect((await askOffer(later)).body).toMatchObject({ existing: [] });
    expect((await askOffer(later, { sub: 'gid://shopify/Customer/78' })).body).toMatchObject({
      existing: [],
    });
    const existing = [{ productId: String(COFFEE.productId), remindOn: '2026-12-12', state: 'active' }];
    expect((await askOffer(later, { sub })).body).toMatchObject({ show: true, existing });
    const forget = { checkoutToken: 'another-checkout', productId: YES.productId };
    await call(stop, '/api/reminders/stop', forget);
    expect(await world.ports.db.read.prisma.reminder.count({ where: { state: 'active' } })).toBe(1);
    await call(stop, '/api/reminders/stop', forget, { sub });
    expect(await world.ports.db.read.prisma.reminder.count({ where: { state: 'active' } })).toBe(0);
  });
});

describe('what is set', () => {
  const shown = async (body: object = ASK, claims = {}) => (await askOffer(body, claims)).body;
  const cancel = (claims = {}) =>
    call(stop, '/api/reminders/stop', { checkoutToken: TOKEN, productId: YES.productId }, claims);

  it.each([
    ['with consent', CONSENT],
    ['without consent', { preferences: false, analytics: false }],
  ])('is shown as set when a guest comes back, after its first day as well, %s', async (_, consent) => {
    await askOffer({ ...ASK, consent });
    await say({ ...YES, consent });
    await say({ ...YES, consent, remindOn: '2027-01-20' });
    const existing = [
      { productId: YES.productId, variantId: YES.variantId, remindOn: '2027-01-20', name: null },
    ];
    expect(await shown({ ...ASK, consent })).toMatchObject({ show: true, existing });
    await comes(TOKEN, { browserId: VISITOR, email: 'ada@example.test' });
    expect(await shown({ ...ASK, consent })).toMatchObject({
      existing: [{ ...existing[0], state: 'active' }],
    });
    world.ports.clock.advance(45 * 86_400_000);
    expect(await shown({ ...ASK, consent })).toMatchObject({ show: true, existing });
    await cancel();
    expect((await shown({ ...ASK, consent })) ?? {}).not.toMatchObject({ existing });
  });

  it('of another order is named, moved and stopped for the customer whom the token proves, and not doubled', async () => {
    const sub = 'gid://shopify/Customer/77';
    await world.remind({ orderId: 1n, remindOn: '2026-12-12', customerId: 77n });
    const later = { ...ASK, checkoutToken: 'another-checkout', lines: [line(BEANS)] };
    expect(await shown(later, { sub })).toMatchObject({
      existing: [{ productId: YES.productId, remindOn: '2026-12-12', name: 'House blend, 250 g' }],
    });
    expect(await shown(later)).toMatchObject({ existing: [] });
    const moved = { ...YES, checkoutToken: 'another-checkout', remindOn: '2026-12-24' };
    expect(await say(moved)).toMatchObject({ status: 400 });
    expect(await say(moved, { sub })).toMatchObject({ body: { state: 'active' } });
    const reminders = await world.ports.db.read.prisma.reminder.findMany();
    expect(reminders).toMatchObject([{ state: 'active', remindOn: 20_811 }]);
  });
});

describe('the door', () => {
  it('answers the browser’s question before the request', () => {
    const ask = (method: string) =>
      loader({
        request: new Request('https://larder.example.test/api/reminders/offer', { method }),
        params: {},
      } as never);
    const answer = ask('OPTIONS');
    expect(answer.status).toBe(204);
    expect(answer.headers.get('Access-Control-Allow-Headers')).toContain('Authorization');
    expect(ask('GET').status).toBe(405);
  });

  it('opens for a token that names the shop with https as well', async () => {
    expect(await askOffer(ASK, { dest: `https://${world.shop.domain}` })).toMatchObject({
      body: { show: true },
    });
  });

  it.each([
    ['made for another app', { aud: 'another-app' }],
    ['of a host that is no shop', { dest: 'evil.example' }],
    ['that expired', { exp: Math.floor(Date.now() / 1000) - 60 }],
  ])('stays shut for a token %s', async (_name, claims) => {
    expect(await askOffer(ASK, claims)).toMatchObject({ status: 401, cors: '*' });
    expect(await say(YES, claims)).toMatchObject({ status: 401, cors: '*' });
    expect(await world.ports.db.read.prisma.exposure.count()).toBe(0);
  });

  it('stays shut without a token, and for one signed by somebody else', async () => {
    const forged = await new SignJWT({ dest: world.shop.domain, aud: world.ports.config.apiKey })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('5m')
      .sign(new TextEncoder().encode('another-secret-of-enough-length'));
    for (const authorization of [null, `Bearer ${forged}`, 'Bearer nonsense']) {
      const request = await world.request('/api/reminders/offer', ASK);
      if (authorization) request.headers.set('Authorization', authorization);
      else request.headers.delete('Authorization');
      expect(await send(offer, request)).toMatchObject({ status: 401, cors: '*' });
    }
  });

  it('knows nobody of a shop that has not installed us', async () => {
    const stranger = { dest: 'other.myshopify.com' };
    expect(await askOffer(ASK, stranger)).toMatchObject({ status: 200, body: { show: false } });
    expect(await say(YES, stranger)).toMatchObject({ status: 409 });
  });

  it.each([
    ['no JSON', '{'],
    ['another shape', { lines: 'all' }],
    ['an id beyond 64 bits', { ...ASK, lines: [{ productId: '9'.repeat(19), variantId: '1', quantity: 1 }] }],
    ['a checkout token with markup', { ...ASK, checkoutToken: '<script>alert(1)</script>' }],
    ['no quantity', { ...ASK, lines: [{ ...line(COFFEE), quantity: 0 }] }],
  ])('refuses %s', async (_name, body) => {
    expect(await askOffer(body)).toMatchObject({ status: 400, cors: '*' });
  });

  it('refuses what is far too large', async () => {
    expect(await askOffer('x'.repeat(70_000))).toMatchObject({ status: 413, cors: '*' });
  });
});
