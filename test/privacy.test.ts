import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Prisma } from '@prisma/client';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refreshProducts } from '../app/catalogue/refresh-products.server';
import { int, statement } from '../app/db/statement';
import { eraseCustomer } from '../app/privacy/erase-customer.server';
import { eraseShop } from '../app/privacy/erase-shop.server';
import { overwriteErased } from '../app/privacy/overwrite-erased.server';
import { REGISTER } from '../app/privacy/register';
import { followLeaving } from '../app/follow-leaving.server';
import { processInbox } from '../app/orders/intake/process-inbox.server';
import { receiveWebhook } from '../app/orders/intake/receive-webhook.server';
import { refetchOrders } from '../app/orders/intake/refetch-orders.server';
import { loadOrders } from '../app/orders/arrived-order-store.server';
import { markOrdersDirty } from '../app/orders/intake/dirty-order-store.server';
import type { JobHandlers } from '../app/ports';
import { learnFromOrders } from '../app/shoppers/learn-from-orders.server';
import { ShopifyUnavailable } from '../app/shopify/admin-errors';
import { signWebhook } from '../app/shopify/verify-webhook';
import { hashAddress } from '../app/mail/outbox/address-hash.server';
import { addressPlace } from '../app/reminders/reminder-address';
import { keyedHash } from '../app/shops/keyed-hash';
import { pretendAdmin, type PretendAdmin } from './support/pretend-admin';
import { makeTestPorts, makeTestShop, TEST_SECRET, type TestPorts } from './support/test-ports';

it('every table stands in the register of personal data', () => {
  expect(Object.keys(REGISTER).sort()).toEqual(
    Prisma.dmmf.datamodel.models.map((model) => model.name).sort(),
  );
});

it('says of every personal table what it holds, why and for how long', () => {
  for (const entry of Object.values(REGISTER)) {
    const texts = entry.personal ? [entry.what, entry.why, entry.howLong] : [entry.why];
    for (const text of texts) expect(text.length).toBeGreaterThan(10);
  }
});

it('keeps no column that could hold an address, a token or a name of a person unsealed', () => {
  const suspicious = /email|token|secret|password|phone|firstName|lastName|street|zip|city/i;
  const columns = Prisma.dmmf.datamodel.models.flatMap((model) =>
    model.fields
      .filter(({ name, kind }) => kind === 'scalar' && suspicious.test(name))
      .map(({ name }) => {
        const entry = REGISTER[model.name as Prisma.ModelName];
        const isSealed = entry.sealed?.columns.includes(name);
        return isSealed || /Hash$/.test(name) ? null : `${model.name}.${name}`;
      })
      .filter((name) => name !== null),
  );
  expect(columns).toEqual([
    // Left empty: app/shopify/session-storage.server.ts.
    'Session.firstName',
    'Session.lastName',
    'Session.email',
    'Session.emailVerified',
    'Session.refreshTokenExpires',
    // Shopify's own id of a checkout, by which its order is found.
    'Order.checkoutToken',
    'Reminder.checkoutToken',
    'WaitingOffer.checkoutToken',
  ]);
});

it('knows an address by the same hash in the inbox and in the outbox', () => {
  expect(keyedHash(TEST_SECRET, 3, 'address', ' Ada@Example.test')).toBe(
    hashAddress(TEST_SECRET, 3, 'ada@example.test'),
  );
});

let ports: TestPorts;
let admin: PretendAdmin;
let shopId: number;
beforeEach(async () => {
  admin = pretendAdmin();
  ports = await makeTestPorts({ admin });
  shopId = (await makeTestShop(ports)).id;
});
afterEach(() => ports.close());

const ADA = {
  customer: 7123456789,
  email: 'ada@example.test',
  browser: 'AdasBrowserAAAAAAAAAAA',
  order: 55000111,
  guestOrder: 55000112,
};
const BOB = { customer: 8222222222, browser: 'BobsBrowserBBBBBBBBBBB', order: 66000111 };

const HANDLERS: Partial<JobHandlers> = {
  'orders.process-inbox': processInbox,
  'shops.leave': followLeaving,
  'orders.refetch': refetchOrders,
  'catalogue.refresh-products': refreshProducts,
  'privacy.erase-customer': eraseCustomer,
  'privacy.erase-shop': eraseShop,
  'privacy.overwrite-erased': overwriteErased,
  'orders.arrived': async (_ports, { payload }) =>
    learnFromOrders(ports, { shopId, orders: await loadOrders(ports.db.read, shopId, payload) }),
};

let deliveries = 0;

async function deliver(topic: string, body: object): Promise<void> {
  const rawBody = Buffer.from(JSON.stringify({ shop_domain: 'corner.myshopify.com', ...body }));
  const headers = {
    'x-shopify-topic': topic,
    'x-shopify-shop-domain': 'corner.myshopify.com',
    'x-shopify-api-version': '2026-07',
    'x-shopify-webhook-id': `privacy-${(deliveries += 1)}`,
    'x-shopify-hmac-sha256': signWebhook(rawBody, TEST_SECRET),
  };
  expect(await receiveWebhook(ports, { headers, rawBody })).toMatchObject({ status: 200 });
  await ports.runJobs(HANDLERS);
}

async function arrive(orderIds: readonly number[]): Promise<void> {
  await ports.db.write(async (tx) => {
    await markOrdersDirty(tx, shopId, orderIds.map(BigInt), ports.clock.now());
    await ports.jobs.enqueue(tx, { kind: 'orders.refetch', shopId });
  });
  await ports.runJobs(HANDLERS);
}

const at = new Date('2026-11-19T10:00:00Z');
const keyOf = async (kind: string, value: string) =>
  (
    await ports.db.read.prisma.shopperKey.findUniqueOrThrow({
      where: { shopId_kind_value: { shopId, kind, value } },
    })
  ).id;

/** Ada, signed in and as a guest on her own browser, with a trace in every table; Bob beside her. */
async function seed(): Promise<void> {
  const times = { createdAt: '2026-11-18T10:00:00Z', updatedAt: '2026-11-18T10:00:00Z' };
  admin.orders = [
    {
      id: ADA.order,
      customer: ADA.customer,
      browserId: ADA.browser,
      checkoutToken: 'adas-checkout',
      ...times,
      lines: [{ id: 1 }],
    },
    { id: ADA.guestOrder, customer: null, browserId: ADA.browser, ...times, lines: [{ id: 2 }] },
    { id: BOB.order, customer: BOB.customer, browserId: BOB.browser, ...times, lines: [{ id: 3 }] },
  ];
  await arrive([ADA.order, ADA.guestOrder, BOB.order]);
  const account = await keyOf('account', String(ADA.customer));
  const browser = await keyOf('browser', ADA.browser);
  const bob = await keyOf('account', String(BOB.customer));
  const emailHash = hashAddress(TEST_SECRET, shopId, ADA.email);
  await ports.db.write(async (tx) => {
    const holdout = await tx.prisma.layer.create({
      data: { shopId, name: 'holdout', version: 1, shareBp: 1000, startedAt: at },
    });
    const shelf = await tx.prisma.layer.create({
      data: { shopId, name: 'shelf', version: 1, shareBp: 1000, startedAt: at },
    });
    for (const [keyId, layerId, arm] of [
      [account, holdout.id, 'out'],
      [browser, holdout.id, 'out'],
      [browser, shelf.id, 'treated'],
      [bob, holdout.id, 'out'],
    ] as const) {
      await tx.prisma.assignment.create({
        data: { shopId, layerId, keyId, arm, bucket: 4711, drawnAt: at, how: 'own' },
      });
    }
    for (const [keyId, businessKey] of [
      [browser, `view-of-${ADA.browser}`],
      [account, `order-${ADA.order}`],
      [bob, 'view-of-bob'],
    ] as const) {
      const detail = { orderId: String(keyId === bob ? BOB.order : ADA.order), products: ['1'] };
      await tx.prisma.exposure.create({
        data: { shopId, tactic: 'shelf', businessKey, keyId, arm: 'treated', layerId: shelf.id, at, detail },
      });
    }
    for (const keyId of [account, browser]) {
      await tx.prisma.optOut.create({ data: { shopId, keyId, scope: 'shelf', at } });
      await tx.prisma.shelfEvent.create({
        data: { shopId, view: `view-${keyId}-${ADA.browser}`, type: 'seen', keyId, at },
      });
    }
    const days = { lastOn: 1, windowFromOn: 1, medianOn: 1, windowToOn: 1, bestOn: 1, expiresOn: 1 };
    await tx.prisma.forecast.create({
      data: {
        shopId,
        keyId: account,
        productId: 1n,
        quantity: 1,
        purchases: 1,
        rank: 1,
        evidence: {},
        refreshedAt: at,
        ...days,
      },
    });
    await tx.prisma.reminder.create({
      data: {
        id: 'adas-reminder',
        shopId,
        state: 'active',
        checkoutToken: 'adas-checkout',
        productId: 1n,
        remindOn: 1,
        offeredOn: 1,
        orderId: BigInt(ADA.order),
        keyId: account,
        email: ports.seals.seal(ADA.email, addressPlace({ shopId, id: 'adas-reminder' })),
        emailHash,
        wording: 'v1',
        acceptedAt: at,
      },
    });
    await tx.prisma.waitingOffer.create({
      data: {
        ...{ shopId, checkoutToken: 'adas-next-checkout', tokenHash: 'adas-token', visitor: ADA.browser },
        ...{ arm: 'treated', holdoutLayerId: holdout.id, draws: [], detail: {}, offeredAt: at },
      },
    });
    await tx.prisma.message.create({
      data: {
        id: 'adas-message',
        shopId,
        kind: 'reminder',
        businessKey: `reminder:${ADA.order}`,
        subjectId: 'adas-reminder',
        keyId: account,
        emailHash,
        state: 'planned',
        meantFor: at,
        dueAt: at,
        createdAt: at,
      },
    });
    await tx.prisma.mailLink.create({
      data: { tokenHash: 'adas-link', shopId, messageId: 'adas-message', purpose: 'snooze', expiresAt: at },
    });
    const came = { shopId, emailHash, heardAt: at };
    await tx.prisma.mailReturn.create({
      data: { ...came, eventId: 'adas-bounce', kind: 'soft-bounce', messageId: 'adas-message' },
    });
    await tx.prisma.mailReturn.create({ data: { ...came, eventId: 'adas-complaint', kind: 'complaint' } });
    await tx.prisma.heldSettlement.create({
      data: { shopId, id: 'adas-settlement', messageId: 'adas-message', choice: 'sent', at },
    });
    await tx.prisma.dirtyOrder.create({ data: { shopId, orderId: BigInt(ADA.guestOrder), since: at } });
    const upload = {
      shopId,
      fileName: 'orders.csv',
      storedAs: `${shopId}-upload.csv`,
      sizeBytes: 1n,
      startedAt: at,
    };
    const { id: importId } = await tx.prisma.orderImport.create({ data: { ...upload, state: 'reading' } });
    const orderName = `#${ADA.order}`;
    await tx.prisma.importReject.create({
      data: { importId, shopId, line: 2, orderName, reason: 'Why not.' },
    });
    const payload = { orderIds: [String(ADA.order)] };
    await tx.prisma.job.create({
      data: {
        kind: 'orders.arrived',
        shopId,
        payload,
        dueAt: at,
        notBefore: at,
        state: 'failed',
        error: `Order ${ADA.order} could not be read`,
      },
    });
  });
}

/** Every cell of every table that holds one of these texts. */
function cellsWith(needles: readonly string[]): string[] {
  const db = new Sqlite(ports.config.databaseFile, { readonly: true });
  db.defaultSafeIntegers(true);
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
  const hits: string[] = [];
  for (const table of tables) {
    for (const row of db.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[]) {
      for (const [column, value] of Object.entries(row)) {
        if (needles.some((needle) => String(value).includes(needle)))
          hits.push(`${table}.${column}: ${String(value)}`);
      }
    }
  }
  db.close();
  return hits;
}

/** How many rows of a shop every table has that holds some. */
const SHOP_ROWS = Prisma.dmmf.datamodel.models
  .filter((model) => model.fields.some((field) => field.name === 'shopId'))
  .map(({ name }) => ({
    name,
    count: statement(`SELECT count(*) AS "n" FROM "${name}" WHERE "shopId" = :shopId`, { n: int }),
  }));

const ADAS_NAMES = [
  String(ADA.customer),
  ADA.email,
  ADA.browser,
  String(ADA.order),
  String(ADA.guestOrder),
  'adas-',
];

const redact = () =>
  deliver('customers/redact', {
    shop_id: 1,
    customer: { id: ADA.customer, email: ADA.email, phone: null },
    orders_to_redact: [ADA.order],
  });

it('a telephone number in customers/redact erases what was uploaded under it, however it is written', async () => {
  const number = keyedHash(TEST_SECRET, shopId, 'phone', '+447911123456');
  const other = keyedHash(TEST_SECRET, shopId, 'phone', '+447911123457');
  await ports.db.write(async (tx) => {
    for (const [orderId, phoneHash] of [
      [1n, number],
      [2n, other],
    ] as const) {
      const order = { orderId, name: `#${orderId}`, placedAt: at, placedOn: 0, phoneHash, currency: 'GBP' };
      await tx.prisma.order.create({ data: { shopId, ...order, shopifyUpdatedAt: at, importId: 1 } });
      const line = { lineId: -orderId, orderId, productId: 1n, quantity: 1, boughtOn: 0, phoneHash };
      await tx.prisma.purchase.create({ data: { shopId, ...line, isSubscription: false } });
    }
  });
  await deliver('customers/redact', {
    customer: { id: 9333333333, email: null, phone: '07911 123456' },
    orders_to_redact: [],
  });
  expect(cellsWith([number])).toEqual([]);
  expect(cellsWith([other])).toHaveLength(2);
  const subject = keyedHash(TEST_SECRET, shopId, 'phone', number);
  expect(await ports.db.read.prisma.tombstone.count({ where: { shopId, subject } })).toBe(1);
});

describe('after customers/redact', () => {
  beforeEach(seed);

  it('no cell of any table holds the person', async () => {
    expect(cellsWith(ADAS_NAMES).length).toBeGreaterThan(15);
    await deliver('customers/data_request', {
      customer: { id: ADA.customer, email: ADA.email },
      orders_requested: [ADA.order],
    });
    // Of a guest, only the address says whose request it was.
    await deliver('customers/data_request', { customer: { email: ADA.email }, orders_requested: [] });
    await redact();
    const hash = keyedHash(ports.config.apiSecret, shopId, 'address', ADA.email);
    const requests = await ports.db.read.prisma.inboxMessage.findMany();
    expect(JSON.stringify(requests)).not.toContain(hash);
    expect(cellsWith(ADAS_NAMES)).toEqual([]);
  });

  it('no byte of the database, its log or anything beside it holds the person', async () => {
    const rawHits = () =>
      readdirSync(dirname(ports.config.databaseFile), { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .flatMap(({ name }) => {
          const bytes = readFileSync(join(dirname(ports.config.databaseFile), name));
          return ADAS_NAMES.filter((needle) => bytes.includes(needle)).map((needle) => `${name}: ${needle}`);
        });
    expect(rawHits().length).toBeGreaterThan(3);
    expect(rawHits().join()).not.toContain(ADA.email);
    await redact();
    expect(rawHits()).toEqual([]);
  });

  it('while a long scan still reads the log, taking the bytes out is tried again', async () => {
    const reader = new Sqlite(ports.config.databaseFile, { readonly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM "Order"').get();
    await redact().catch((error: unknown) => expect(String(error)).toContain('privacy.overwrite-erased'));
    const [job] = await ports.db.read.prisma.job.findMany({ where: { kind: 'privacy.overwrite-erased' } });
    expect(job).toMatchObject({ state: 'waiting', attempts: 1 });
    reader.close();
    ports.clock.advance(5_000);
    await ports.runJobs(HANDLERS);
    expect(await ports.db.read.prisma.job.count({ where: { kind: 'privacy.overwrite-erased' } })).toBe(0);
    expect(statSync(`${ports.config.databaseFile}-wal`).size).toBeLessThan(20_000);
  });

  it('the counts stay, on a random key with no way back', async () => {
    await redact();
    const erased = await ports.db.read.prisma.shopperKey.findMany({ where: { kind: 'erased' } });
    expect(erased).toHaveLength(1);
    const keyId = erased[0]?.id;
    expect(erased[0]?.personId).toBe(keyId);
    expect(await ports.db.read.prisma.assignment.findMany({ where: { keyId } })).toMatchObject([
      { arm: 'out', bucket: -1 },
      { arm: 'treated', bucket: -1 },
    ]);
    expect(await ports.db.read.prisma.exposure.count({ where: { keyId, arm: 'treated' } })).toBe(2);
    const outcomes = await ports.db.read.prisma.outcome.findMany({
      where: { keyId },
      orderBy: { tactic: 'asc' },
    });
    expect(outcomes).toMatchObject([{ tactic: 'shelf', exposures: 2, orderId: null }]);
  });

  it('somebody else is as before', async () => {
    await redact();
    expect(await ports.db.read.prisma.order.findMany()).toMatchObject([
      { orderId: BigInt(BOB.order), browserId: BOB.browser },
    ]);
    expect(
      await ports.db.read.prisma.exposure.findMany({ where: { businessKey: 'view-of-bob' } }),
    ).toHaveLength(1);
    expect(
      await ports.db.read.prisma.shopperKey.count({ where: { kind: { in: ['account', 'browser'] } } }),
    ).toBe(2);
  });

  it('late deliveries bring nothing back, and a later order starts anew', async () => {
    await redact();
    await deliver('orders/updated', {
      admin_graphql_api_id: `gid://shopify/Order/${ADA.order}`,
      updated_at: 'now',
    });
    await deliver('refunds/create', { id: 1, order_id: ADA.guestOrder });
    expect(cellsWith(ADAS_NAMES)).toEqual([]);
    ports.clock.advance(3_600_000);
    const later = { createdAt: ports.clock.now().toISOString(), updatedAt: ports.clock.now().toISOString() };
    admin.orders = [
      { id: 77000111, customer: ADA.customer, browserId: ADA.browser, ...later, lines: [{ id: 9 }] },
    ];
    await arrive([77000111]);
    expect(await ports.db.read.prisma.order.count({ where: { customerId: BigInt(ADA.customer) } })).toBe(1);
    const keyId = await keyOf('account', String(ADA.customer));
    expect(await ports.db.read.prisma.exposure.count({ where: { keyId } })).toBe(0);
  });

  it('a second request changes nothing', async () => {
    await redact();
    const before = cellsWith(['']).filter((cell) => !/^(InboxMessage|Tombstone|Job|sqlite_)/.test(cell));
    await redact();
    expect(cellsWith(['']).filter((cell) => !/^(InboxMessage|Tombstone|Job|sqlite_)/.test(cell))).toEqual(
      before,
    );
  });

  it('a request that names only an address removes what went there', async () => {
    await deliver('customers/redact', {
      customer: { id: null, email: ADA.email.toUpperCase() },
      orders_to_redact: [],
    });
    expect(cellsWith([ADA.email, 'adas-reminder', 'adas-link'])).toEqual([]);
    expect(await ports.db.read.prisma.order.count()).toBe(3);
  });
});

it('a browser that two people share stays with the one it belongs to', async () => {
  const shared = 'SharedBrowserSSSSSSSSS';
  const first = { createdAt: '2026-11-17T10:00:00Z', updatedAt: '2026-11-17T10:00:00Z' };
  const second = { createdAt: '2026-11-18T10:00:00Z', updatedAt: '2026-11-18T10:00:00Z' };
  admin.orders = [
    { id: 1, customer: BOB.customer, browserId: shared, ...first, lines: [{ id: 1 }] },
    { id: 2, customer: ADA.customer, browserId: shared, ...second, lines: [{ id: 2 }] },
  ];
  await arrive([1, 2]);
  await redact();
  expect(await ports.db.read.prisma.order.findMany()).toMatchObject([
    { customerId: BigInt(BOB.customer), browserId: shared },
  ]);
  expect(cellsWith([String(ADA.customer)])).toEqual([]);
});

it('after shop/redact nothing of the shop is left, and another shop is untouched', async () => {
  await seed();
  const other = await makeTestShop(ports, { domain: 'other.myshopify.com' });
  await ports.db.write((tx) =>
    tx.prisma.backfill.create({ data: { shopId: other.id, phase: 'done', startedAt: at } }),
  );
  await layUpload();
  await deliver('app/uninstalled', { id: 1, myshopify_domain: 'corner.myshopify.com' });
  await deliver('shop/redact', { shop_id: 1 });
  ports.clock.advance(3_600_000);
  await ports.runJobs(HANDLERS);
  expect(cellsWith([...ADAS_NAMES, String(BOB.customer), 'corner.myshopify.com'])).toEqual([]);
  for (const { name, count } of SHOP_ROWS)
    expect(await ports.db.read.first(count, { shopId }), name).toEqual({ n: 0 });
  expect(await ports.db.read.prisma.backfill.count()).toBe(1);
  expect(uploads()).toEqual(['999-of-another-shop.csv']);
});

describe('shop/redact for a shop of which no uninstall was heard', () => {
  const shops = async () => (await ports.db.read.prisma.shop.findMany()).map((shop) => shop.domain);

  it('erases it when Shopify lets us in no more', async () => {
    await seed();
    admin.gone = true;
    await deliver('shop/redact', { shop_id: 1 });
    expect(await shops()).toEqual([]);
    expect(cellsWith(ADAS_NAMES)).toEqual([]);
  });

  it('keeps it when Shopify still lets us in', async () => {
    await deliver('shop/redact', { shop_id: 1 });
    ports.clock.advance(24 * 3_600_000);
    await ports.runJobs(HANDLERS);
    expect(await shops()).toEqual(['corner.myshopify.com']);
    expect(await ports.db.read.prisma.job.count()).toBe(0);
  });

  it('asks again every hour, for as long as Shopify does not answer', async () => {
    admin.beforeAnswer = () => {
      throw new ShopifyUnavailable('Shopify could not be reached, 6 times.');
    };
    await deliver('shop/redact', { shop_id: 1 });
    for (let hour = 1; hour <= 30; hour += 1) {
      ports.clock.advance(3_600_000);
      await ports.runJobs(HANDLERS);
      expect(await shops()).toEqual(['corner.myshopify.com']);
    }
    expect(admin.asked.filter((operation) => operation === 'ShopSettings')).toHaveLength(31);
    admin.gone = true;
    ports.clock.advance(3_600_000);
    await ports.runJobs(HANDLERS);
    expect(await shops()).toEqual([]);
  });
});

describe('what names one shop does nothing in another', () => {
  let other: number;
  beforeEach(async () => {
    other = (await makeTestShop(ports, { domain: 'other.myshopify.com' })).id;
    // Shopify's ids are of one shop each; here both hold the same ones, the worst case.
    await seed();
    await ports.db.write(async (tx) => {
      for (const row of await tx.prisma.order.findMany())
        await tx.prisma.order.create({ data: { ...row, shopId: other } });
      const product = { handle: 'tea', title: 'Tea', tags: [], isLive: true, isAvailable: true };
      const listed = { ...product, shopifyUpdatedAt: at, productId: 5n };
      await tx.prisma.product.create({ data: { ...listed, shopId: other } });
      await tx.prisma.product.create({ data: { ...listed, shopId } });
    });
  });

  const ordersOf = (id: number) => ports.db.read.prisma.order.count({ where: { shopId: id } });

  it('an erased customer stays known elsewhere', async () => {
    await redact();
    expect(await ordersOf(shopId)).toBe(1);
    expect(await ordersOf(other)).toBe(3);
  });

  it('a deleted product is deleted only where Shopify shows it no more', async () => {
    admin.products = [{ id: 5, handle: 'tea', variants: [{ id: 51 }] }];
    await deliver('products/delete', { id: 5 });
    expect(await ports.db.read.prisma.product.count({ where: { deletedAt: { not: null } } })).toBe(0);
    admin.products = [];
    await deliver('products/delete', { id: 5 });
    expect(
      await ports.db.read.prisma.product.findMany({ where: { deletedAt: { not: null } } }),
    ).toMatchObject([{ shopId }]);
  });

  it('an order that is gone leaves the shop that was asked, and no other', async () => {
    admin.orders = admin.orders.filter((order) => order.id !== BOB.order);
    await deliver('orders/cancelled', { admin_graphql_api_id: `gid://shopify/Order/${BOB.order}` });
    expect(await ordersOf(shopId)).toBe(2);
    expect(await ordersOf(other)).toBe(3);
  });
});

it('after an uninstall no uploaded file is left, and none is read on', async () => {
  await seed();
  await layUpload();
  await deliver('app/uninstalled', { id: 1, myshopify_domain: 'corner.myshopify.com' });
  expect(uploads()).toEqual(['999-of-another-shop.csv']);
  expect(await ports.db.read.prisma.orderImport.findMany()).toMatchObject([{ state: 'stopped' }]);
});

const uploadsFolder = () => join(dirname(ports.config.databaseFile), 'uploads');
const uploads = () => readdirSync(uploadsFolder());

/** Files as they lie there while they are read or arrive. */
async function layUpload(): Promise<void> {
  mkdirSync(uploadsFolder(), { recursive: true });
  for (const name of [`${shopId}-upload.csv`, `${shopId}-next.csv.part`, '999-of-another-shop.csv'])
    writeFileSync(join(uploadsFolder(), name), ADA.email);
}
