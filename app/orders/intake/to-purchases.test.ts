import { expect, it } from 'vitest';
import { orderAnswer } from '../../shopify/answers';
import { toPurchases } from './to-purchases';

const SHOP = { id: 1, timeZone: 'Pacific/Auckland' };

const line = (change: object = {}) => ({
  id: 'gid://shopify/LineItem/9007199254740993001',
  currentQuantity: 2,
  isGiftCard: false,
  product: { id: 'gid://shopify/Product/9007199254740993002' },
  variant: { id: 'gid://shopify/ProductVariant/9007199254740993003' },
  sellingPlan: null,
  discountedUnitPriceAfterAllDiscountsSet: { shopMoney: { amount: '4.50' } },
  ...change,
});

const order = (change: object = {}, lines: object[] = [line()]) =>
  toPurchases(
    orderAnswer.parse({
      id: 'gid://shopify/Order/9007199254740993123',
      name: '#1001',
      createdAt: '2026-11-20T10:59:00Z',
      processedAt: '2026-11-20T11:30:00Z',
      updatedAt: '2026-11-20T11:30:05Z',
      cancelledAt: null,
      test: false,
      sourceName: 'web',
      checkoutToken: 'c0ffee',
      customer: { id: 'gid://shopify/Customer/71' },
      customAttributes: [],
      totalPriceSet: { shopMoney: { amount: '9.00', currencyCode: 'GBP' } },
      currentTotalPriceSet: { shopMoney: { amount: '9.00' } },
      totalRefundedSet: { shopMoney: { amount: '0.0' } },
      lineItems: { nodes: lines, pageInfo: { hasNextPage: false, endCursor: null } },
      ...change,
    }),
    SHOP,
  );

it('keeps 64-bit ids whole, money in minor units, and the day of the shop', () => {
  const mapped = order();
  expect(mapped.order).toMatchObject({
    orderId: 9007199254740993123n,
    customerId: 71n,
    netMinor: 900,
    currency: 'GBP',
  });
  // Half past midnight in Auckland.
  expect(mapped.order.placedOn).toBe(Date.parse('2026-11-21T00:00:00Z') / 86_400_000);
  expect(mapped.purchases).toMatchObject([
    {
      lineId: 9007199254740993001n,
      productId: 9007199254740993002n,
      variantId: 9007199254740993003n,
      quantity: 2,
      unitPriceMinor: 450,
      isSubscription: false,
      customerId: 71n,
    },
  ]);
});

it.each([
  ['a cancelled order', { cancelledAt: '2026-11-21T00:00:00Z' }],
  ['a test order', { test: true }],
])('keeps %s without purchases', (_what, change) => {
  const mapped = order(change);
  expect(mapped.purchases).toEqual([]);
  expect(mapped.order.name).toBe('#1001');
});

it.each([
  ['refunded to nothing', { currentQuantity: 0 }],
  ['without product', { product: null, variant: null }],
  ['a gift card', { isGiftCard: true }],
  ['free', { discountedUnitPriceAfterAllDiscountsSet: { shopMoney: { amount: '0.00' } } }],
])('drops a line that is %s, and only that one', (_what, change) => {
  const mapped = order({}, [line(change), line({ id: 'gid://shopify/LineItem/2' })]);
  expect(mapped.purchases.map((purchase) => purchase.lineId)).toEqual([2n]);
});

it('keeps a line whose variant is gone', () => {
  expect(order({}, [line({ variant: null })]).purchases).toMatchObject([{ variantId: null }]);
});

it('knows subscriptions by their selling plan, and renewals by their source', () => {
  const plan = { sellingPlanId: 'gid://shopify/SellingPlan/1' };
  expect(order({}, [line({ sellingPlan: plan })]).purchases).toMatchObject([{ isSubscription: true }]);
  expect(order({ sourceName: 'subscription_contract' }).purchases).toMatchObject([{ isSubscription: true }]);
});

it('takes a guest, a missing source and no checkout', () => {
  const mapped = order({ customer: null, sourceName: null, checkoutToken: null });
  expect(mapped.order).toMatchObject({ customerId: null, sourceName: '', checkoutToken: null });
});

it.each([
  ['abcdefghijklmnopqrstuv', 'abcdefghijklmnopqrstuv'],
  ['short', null],
  ["abcdefghijklmnopqrstu'", null],
  ['abcdefghijklmnopqrstuvw', null],
  [null, null],
])('of a browser id %j takes %j', (value, expected) => {
  const customAttributes = [
    { key: 'Delivery', value: 'at the back door' },
    { key: '__larder_visitor', value },
  ];
  const mapped = order({ customAttributes });
  expect([mapped.order.browserId, mapped.purchases[0]?.browserId]).toEqual([expected, expected]);
});

it.each([
  ['money back without goods back', '9.00', '9.00', '3.00', 600],
  ['goods back and their money', '9.00', '4.50', '4.50', 450],
  ['an edit before payment', '9.00', '4.50', '0.00', 450],
  ['more refunded than paid', '9.00', '0.00', '12.00', 0],
])('nets %s', (_what, total, current, refunded, netMinor) => {
  const mapped = order({
    totalPriceSet: { shopMoney: { amount: total, currencyCode: 'GBP' } },
    currentTotalPriceSet: { shopMoney: { amount: current } },
    totalRefundedSet: { shopMoney: { amount: refunded } },
  });
  expect(mapped.order.netMinor).toBe(netMinor);
});

const sent = (createdAt: string, status = 'SUCCESS') => ({ createdAt, status });
it.each([
  ['nothing', [], null],
  ['one parcel', [sent('2026-11-21T15:00:00Z')], '2026-11-21T15:00:00.000Z'],
  [
    'two, told in any order',
    [sent('2026-11-23T15:00:00Z'), sent('2026-11-21T15:00:00Z')],
    '2026-11-23T15:00:00.000Z',
  ],
  ['one that was cancelled', [sent('2026-11-21T15:00:00Z', 'CANCELLED')], null],
  [
    'one that failed after one that arrived',
    [sent('2026-11-21T15:00:00Z'), sent('2026-11-22T15:00:00Z', 'FAILURE')],
    '2026-11-21T15:00:00.000Z',
  ],
])('knows when %s was sent', (_what, fulfillments, expected) => {
  expect(order({ fulfillments }).order.fulfilledAt?.toISOString() ?? null).toBe(expected);
});

it('takes an answer that does not speak of parcels', () => {
  expect(order().order.fulfilledAt).toBeNull();
});

it.each([
  ['PAID', 900, 1],
  ['PENDING', 900, 1],
  ['AUTHORIZED', 900, 1],
  ['PARTIALLY_PAID', 900, 1],
  ['VOIDED', 0, 0],
  ['EXPIRED', 0, 0],
])('an order that is %s stands with %i pence and %i lines', (displayFinancialStatus, netMinor, lines) => {
  const mapped = order({ displayFinancialStatus });
  expect(mapped.order.netMinor).toBe(netMinor);
  expect(mapped.purchases).toHaveLength(lines);
});

it('counts yen whole and dinars in thousandths', () => {
  const totalPriceSet = { shopMoney: { amount: '1200', currencyCode: 'JPY' } };
  const all = { totalPriceSet, currentTotalPriceSet: { shopMoney: { amount: '1200' } } };
  const unit = { discountedUnitPriceAfterAllDiscountsSet: { shopMoney: { amount: '600.0' } } };
  expect(order(all, [line(unit)])).toMatchObject({
    order: { netMinor: 1200 },
    purchases: [{ unitPriceMinor: 600 }],
  });
});

it.each([
  ['Gift note', 'Happy birthday!', true],
  ['is_gift', 'true', true],
  ['Gift wrap', 'No', false],
  ['gift', '', false],
  ['gift', null, false],
  ['Delivery', 'leave it with the giftshop', false],
])('an order whose "%s" says %j leaves its buyer unnamed at the lines: %s', (key, value, isGift) => {
  const { order: kept, purchases } = order({ customAttributes: [{ key, value }] });
  expect(kept.customerId).toBe(71n);
  expect(purchases[0]?.customerId).toBe(isGift ? null : 71n);
});
