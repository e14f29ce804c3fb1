import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../test/support/test-ports';
import { saveTombstones } from '../orders/tombstone-store.server';
import { findShopper } from './find-shopper.server';
import { ensureKey } from './key-store.server';

let ports: TestPorts;
let shopId: number;
let personId: number;
const CUSTOMER = 9007199254740993n;
const BROWSER = 'abcdefghijklmnopqrstuv';

beforeEach(async () => {
  ports = await makeTestPorts();
  shopId = (await makeTestShop(ports)).id;
  const at = ports.clock.now();
  await ports.db.write(async (tx) => {
    personId = (await ensureKey(tx, { shopId, kind: 'account', value: `${CUSTOMER}`, at })).personId;
    await ensureKey(tx, { shopId, kind: 'browser', value: BROWSER, at });
    const order = {
      shopId,
      placedAt: at,
      placedOn: 20_000,
      currency: 'GBP',
      netMinor: 100,
      shopifyUpdatedAt: at,
    };
    await tx.prisma.order.create({ data: { ...order, orderId: 1n, name: '#1001', customerId: CUSTOMER } });
    await tx.prisma.order.create({ data: { ...order, orderId: 2n, name: 'GB-1002', browserId: BROWSER } });
    await tx.prisma.order.create({ data: { ...order, orderId: 3n, name: '#1003' } });
  });
});
afterEach(() => ports.close());

const find = (text: string) => findShopper(ports, shopId, text);

describe('a shopper is found', () => {
  it.each([
    ['a customer id', `${CUSTOMER}`],
    ['the id as Shopify writes it', `gid://shopify/Customer/${CUSTOMER}`],
    ['an order number', '#1001'],
    ['the number alone', ' 1001 '],
    ['an order id', '1'],
  ])('by %s', async (_, text) => {
    expect(await find(text)).toEqual({ reason: 'found', personId });
  });

  it('by the browser that an order or the merchant names', async () => {
    expect((await find(BROWSER)).reason).toBe('found');
    expect(await find('GB-1002')).toEqual(await find(BROWSER));
  });
});

describe('nobody is found', () => {
  it.each(['', '42', '#9', 'Ada Lovelace', 'ada@example.test', '%', "'; DROP", '99999999999999999999'])(
    'by %j',
    async (text) => {
      expect(await find(text)).toEqual({ reason: 'unknown' });
    },
  );

  it('where an order names nobody, and says so', async () => {
    expect(await find('#1003')).toEqual({ reason: 'guest' });
  });

  it('in another shop', async () => {
    const other = await makeTestShop(ports, { domain: 'other.myshopify.com' });
    expect(await findShopper(ports, other.id, `${CUSTOMER}`)).toEqual({ reason: 'unknown' });
    expect(await findShopper(ports, other.id, '#1001')).toEqual({ reason: 'unknown' });
  });
});

it('tells that somebody was erased, by nothing but what is asked', async () => {
  const erasedAt = ports.clock.now();
  const secret = ports.config.apiSecret;
  const erased = [
    { kind: 'customer', value: '77' },
    { kind: 'order', value: '78' },
    { kind: 'browser', value: 'zzzzzzzzzzzzzzzzzzzzzz' },
  ] as const;
  await ports.db.write((tx) => saveTombstones(tx, { secret, shopId, erased, erasedAt }));
  for (const { value } of erased) expect(await find(value)).toEqual({ reason: 'erased', erasedAt });
});
