/** What lines of an export mean where they do not say it outright: money, payment, product and buyer. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXPORT_COLUMNS, exportedOrder, toCsv } from '../../../test/support/order-export';
import { ADA, makeUploadShop, type UploadShop } from '../../../test/support/upload-shop';
import { keyedHash } from '../../shops/keyed-hash';
import { saveTombstones } from '../tombstone-store.server';

let at: UploadShop;
beforeEach(async () => void (at = await makeUploadShop()));
afterEach(() => at.ports.close());

describe('an order in another currency', () => {
  it('keeps product, quantity, day and buyer; its money is not known', async () => {
    const done = await at.take([
      exportedOrder(1, { Currency: 'USD', 'Lineitem quantity': 3, Subtotal: '24.00', Total: '24.00' }),
      exportedOrder(2, { Currency: 'JPY', 'Lineitem price': '800', Subtotal: '800', Total: '800' }),
      exportedOrder(3, { Total: '' }),
      exportedOrder(4, { Currency: 'USD', 'Refunded Amount': '11.50' }),
      exportedOrder(5),
    ]);
    // The one that was refunded whole is no purchase either.
    expect(done).toMatchObject({ ordersAdded: 5, ordersUnpriced: 3 });
    expect(await at.purchases()).toMatchObject([
      { orderId: 1n, productId: 1n, quantity: 3, unitPriceMinor: null, customerId: BigInt(ADA) },
      { orderId: 2n, unitPriceMinor: null },
      { orderId: 3n, unitPriceMinor: null },
      { orderId: 5n, unitPriceMinor: 800 },
    ]);
    const { orders } = await at.everything();
    expect(orders.map(({ currency, netMinor }) => [currency, netMinor])).toEqual([
      ['USD', null],
      ['JPY', null],
      ['GBP', null],
      ['USD', null],
      ['GBP', 1150],
    ]);
    expect(await at.rejects()).toEqual([]);
  });
});

it.each([
  ['paid', 1],
  ['authorized', 1],
  ['pending', 1],
  ['partially_paid', 1],
  ['partially_refunded', 1],
  ['refunded', 0],
  ['voided', 0],
  ['expired', 0],
  ['Expired', 0],
])('an order that is %s is %i purchase', async (status, count) => {
  await at.take([exportedOrder(1, { 'Financial Status': status })]);
  expect(await at.purchases()).toHaveLength(count);
});

describe('a line whose variant is gone', () => {
  beforeEach(async () => {
    at.admin.products.push(
      { id: 6, title: 'Tea - Green', variants: [{ id: 61, title: '100 g' }] },
      { id: 7, title: 'Old Soap', variants: [{ id: 71, title: '1' }] },
      { id: 8, title: 'Old Soap', variants: [{ id: 81, title: '2' }] },
    );
    await at.readProducts();
    const gone = { where: { productId: 7n }, data: { deletedAt: at.ports.clock.now() } };
    await at.ports.db.write((tx) => tx.prisma.product.updateMany(gone));
  });

  it.each([
    ['Coffee - 500 g', [1n, null]],
    ['Coffee', [1n, null]],
    ['Tea - Green - 200 g', [6n, null]],
    ['Tea - Green - 100 g', [6n, 61n]],
    ['Tea - Black', [2n, null]],
    ['Old Soap - 3', [8n, null]],
    ['Old Soap - 1', [7n, 71n]],
  ])('%s is known by its product', async (name, [productId, variantId]) => {
    await at.take([exportedOrder(1, { 'Lineitem sku': 'GONE', 'Lineitem name': name })]);
    expect(await at.purchases()).toMatchObject([{ productId, variantId }]);
  });

  it('is found by its name in a file from which the column of SKUs was taken out', async () => {
    const columns = EXPORT_COLUMNS.filter((column) => column !== 'Lineitem sku');
    await at.takeFile(toCsv([exportedOrder(1, { 'Lineitem name': 'Tea - Green - 100 g' })], columns));
    expect(await at.purchases()).toMatchObject([{ productId: 6n, variantId: 61n }]);
  });

  it('is of no product when none has its name', async () => {
    await at.take([exportedOrder(1, { 'Lineitem sku': '', 'Lineitem name': 'Coffee maker - 500 g' })]);
    expect(await at.rejects()).toMatchObject([{ line: 2, field: 'Lineitem name' }]);
  });
});

describe('a buyer without an email address', () => {
  const phoned = (id: number, Phone: string, change = {}) =>
    exportedOrder(id, { Email: '', Phone, ...change });
  const columns = [...EXPORT_COLUMNS, 'Billing Country', 'Billing Phone'];
  const take = (...lines: ReturnType<typeof exportedOrder>[]) => at.takeFile(toCsv(lines, columns));
  const hashOf = (number: string) => keyedHash(at.ports.config.apiSecret, at.shop.id, 'phone', number);
  const buyers = async () => (await at.purchases()).map(({ phoneHash }) => phoneHash);

  it('is one buyer by one telephone number, however it is written', async () => {
    const done = await take(
      phoned(1, "'+447911123456"),
      phoned(2, '07911 123456'),
      phoned(3, '+44 (0)7911-123456', { 'Billing Country': 'FR' }),
      phoned(4, '0151 23456789', { 'Billing Country': 'DE' }),
      phoned(5, '', { 'Billing Phone': '+49 151 23456789' }),
    );
    const [ada, ben] = [hashOf('+447911123456'), hashOf('+4915123456789')];
    expect(await buyers()).toEqual([ada, ada, ada, ben, ben]);
    expect(done).toMatchObject({ ordersUnnamed: 0 });
    const { orders } = await at.everything();
    expect(orders.map((order) => order.phoneHash)).toEqual([ada, ada, ada, ben, ben]);
    expect(JSON.stringify(orders.map(({ name, phoneHash }) => [name, phoneHash]))).not.toContain('7911');
  });

  it('is not known by a number that is none, nor by one that stands beside an address', async () => {
    const done = await take(
      phoned(1, '0000000000'),
      phoned(2, 'none'),
      phoned(3, '4.47911E+11'),
      exportedOrder(4, { Phone: '+447911123456' }),
      exportedOrder(5, { Phone: '+447911123456', Email: 'stranger@example.test' }),
      phoned(6, '+447911123456', { 'Note Attributes': 'Gift: yes' }),
    );
    expect(await buyers()).toEqual([null, null, null, null, null, null]);
    expect(done).toMatchObject({ ordersUnnamed: 4 });
  });

  it('who was erased does not come back', async () => {
    const erased = [{ kind: 'phone' as const, value: hashOf('+447911123456') }];
    const about = { secret: at.ports.config.apiSecret, shopId: at.shop.id, erasedAt: at.ports.clock.now() };
    await at.ports.db.write((tx) => saveTombstones(tx, { ...about, erased }));
    expect(await take(phoned(1, '07911 123456'), phoned(2, '07911 123457'))).toMatchObject({
      ...{ ordersAdded: 1, linesRead: 2, linesAdded: 1, linesUnusable: 1 },
    });
  });
});
