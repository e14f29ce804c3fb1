import { describe, expect, it } from 'vitest';
import { isoToDay } from '../shops/local-day';
import { firstConversions, type CountedExposure, type CountedOrder } from './outcomes';

const day = (iso: string) => isoToDay(iso) ?? 0;

function exposure(id: number, tactic: 'shelf' | 'reminder', at: string, more: Partial<CountedExposure> = {}) {
  return { id, tactic, keyId: 1, businessKey: `k${id}`, at: new Date(at), offers: [], ...more };
}

function order(orderId: bigint, at: string, more: Partial<CountedOrder> = {}): CountedOrder {
  return {
    orderId,
    placedAt: new Date(at),
    placedOn: day(at.slice(0, 10)),
    checkoutToken: null,
    productIds: [],
    ...more,
  };
}

const seen = exposure(1, 'shelf', '2026-11-01T10:00:00Z');

describe('any order within 28 days of the first exposure', () => {
  it.each([
    ['2026-11-01T09:59:59Z', false],
    ['2026-11-01T10:00:00Z', true],
    ['2026-11-29T10:00:00Z', true],
    ['2026-11-29T10:00:01Z', false],
  ])('placed at %s counts: %s', (at, counts) => {
    const found = firstConversions([seen], [order(7n, at)]);
    expect(found.map((one) => one.of)).toEqual(counts ? ['shelf', 'larder'] : []);
  });

  it('counts the first order only, from the first exposure only', () => {
    const orders = [order(9n, '2026-11-20T10:00:00Z'), order(8n, '2026-11-10T10:00:00Z')];
    const again = exposure(2, 'shelf', '2026-11-15T10:00:00Z', { keyId: 5 });
    expect(firstConversions([again, seen], orders)).toEqual([
      {
        of: 'shelf',
        metric: 'order-within-28-days',
        keyId: 1,
        at: new Date('2026-11-10T10:00:00Z'),
        orderId: 8n,
      },
      {
        of: 'larder',
        metric: 'order-within-28-days',
        keyId: 1,
        at: new Date('2026-11-10T10:00:00Z'),
        orderId: 8n,
      },
    ]);
  });
});

describe('a product that was offered a reminder', () => {
  const offered = exposure(3, 'reminder', '2026-11-01T10:00:00Z', {
    businessKey: 'token',
    offers: [
      { productId: 100n, offeredOn: day('2026-11-20') },
      { productId: 200n, offeredOn: day('2026-12-10') },
    ],
  });

  it.each([
    ['2026-12-04T10:00:00Z', 100n, true],
    ['2026-12-05T10:00:00Z', 100n, false],
    ['2026-12-24T10:00:00Z', 200n, true],
    ['2026-11-10T10:00:00Z', 300n, false],
  ])('bought on %s (product %s) counts: %s', (at, productId, counts) => {
    const found = firstConversions([offered], [order(7n, at, { productIds: [productId] })]);
    expect(found.some((one) => one.of === 'reminder')).toBe(counts);
  });

  it('is no consequence of the order on whose thank-you page it was offered', () => {
    const same = order(7n, '2026-11-01T10:00:05Z', { checkoutToken: 'token', productIds: [100n] });
    expect(firstConversions([offered], [same])).toEqual([]);
  });

  it('counts for Larder as a whole from whichever exposure came first', () => {
    const later = exposure(4, 'shelf', '2026-11-25T10:00:00Z');
    const found = firstConversions(
      [later, offered],
      [order(7n, '2026-11-30T10:00:00Z', { productIds: [300n] })],
    );
    expect(found.map((one) => one.of)).toEqual(['shelf']);
  });
});
