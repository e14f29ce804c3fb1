import { beforeEach, expect, test } from 'vitest';
import { changeWorld } from './change-world';
import { spreadDiscount, whyNoDiscount } from './discounts';
import { discountMinor } from './order-money';
import { readWorld } from './read-world';
import { seedShop } from './seed-shop';
import type { Discount } from './discount';
import type { World } from './types';

const nowAt = Date.parse('2026-11-20T10:00:00Z');
const HOUR_MS = 3_600_000;
let world: World;
let theirs: string;
let other: string;
let variants: string[];

beforeEach(() => {
  const { index } = seedShop({ seed: 1, shoppers: 5, days: 20, nowAt }, () => undefined);
  world = changeWorld(
    index,
    readWorld(index, () => nowAt),
  );
  [theirs = '', other = ''] = world.customers().map(({ id }) => id);
  variants = world.products().map(({ variants: [first] }) => first?.id ?? '');
});

const create = (change: Partial<Discount> = {}) =>
  world.createDiscount({
    title: 'Thank you',
    code: 'THANKS-1',
    value: { kind: 'percentage', share: 0.1 },
    customerIds: [theirs],
    usageLimit: 1,
    oncePerCustomer: true,
    startsAt: nowAt - HOUR_MS,
    endsAt: nowAt + HOUR_MS,
    ...change,
  });
const buy = (customerId: string | null, discountCode: string) =>
  world.placeOrder({
    customerId,
    email: null,
    checkoutToken: null,
    discountCode,
    lines: [
      { variantId: variants[0] ?? '', quantity: 3 },
      { variantId: variants[1] ?? '', quantity: 1 },
    ],
  });

test('a code of one customer takes off once, for them', () => {
  const discount = create();
  expect(buy(other, 'THANKS-1').discount).toBeNull();
  const order = buy(theirs, 'thanks-1');
  const full = order.lines.reduce((sum, line) => sum + line.unitPriceMinor * line.quantity, 0);
  expect(discountMinor(order)).toBe(Math.round(full / 10));
  expect(discount.uses).toEqual([{ orderId: order.id, customerId: theirs }]);
  expect(buy(theirs, 'THANKS-1').discount).toBeNull();
});

test('a refund gives back what was paid', () => {
  create();
  const order = buy(theirs, 'THANKS-1');
  const [line] = order.lines;
  world.refundOrder(order.id, [{ lineItemId: line?.id ?? '', quantity: 3 }]);
  const off = order.discount?.perLineMinor[0] ?? 0;
  expect(off).toBeGreaterThan(0);
  expect(order.refunds[0]?.amountMinor).toBe(3 * (line?.unitPriceMinor ?? 0) - off);
});

test.each([
  ['not-yet', { startsAt: nowAt + 1 }],
  ['expired', { endsAt: nowAt }],
  ['used-up', { uses: [{ orderId: '1', customerId: '2' }] }],
  ['not-theirs', { customerIds: ['1'] }],
  [null, {}],
])('it says %s', (reason, change) => {
  const discount: Discount = { ...create(), ...change };
  expect(whyNoDiscount(discount, { id: theirs }, nowAt)).toBe(reason);
});

test('whose it is must be known, an unknown code is none, and a code is taken once', () => {
  expect(whyNoDiscount(create(), null, nowAt)).toBe('who');
  expect(whyNoDiscount(create({ code: 'ALL', customerIds: null }), null, nowAt)).toBeNull();
  expect(whyNoDiscount(undefined, null, nowAt)).toBe('unknown');
  expect(() => create({ code: 'thanks-1' })).toThrow('is taken');
  world.deleteDiscount(world.discountByCode('THANKS-1')?.id ?? '');
  expect(create({ code: 'thanks-1' }).code).toBe('thanks-1');
});

test.each([
  [{ kind: 'amount', minor: 500 }, [100, 200, 700], [50, 100, 350]],
  [{ kind: 'amount', minor: 5000 }, [100, 200], [100, 200]],
  [{ kind: 'percentage', share: 0.333 }, [10, 10, 10], [3, 4, 3]],
  [{ kind: 'percentage', share: 1 }, [0, 0], [0, 0]],
] as const)('%j off %j is %j', (value, lines, expected) => {
  expect(spreadDiscount(value, lines)).toEqual(expected);
});
