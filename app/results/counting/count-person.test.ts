import { describe, expect, it } from 'vitest';
import { isoToDay } from '../../shops/local-day';
import { countPerson } from './count-person';
import type { LoggedAct, LoggedDraw, LoggedExposure, LoggedOrder, PersonHistory } from './person-history';

const day = (iso: string) => isoToDay(iso) ?? 0;
const SHOP = { timeZone: 'UTC', currency: 'GBP' };

function exposure(
  id: number,
  tactic: 'shelf' | 'reminder',
  at: string,
  more: Partial<LoggedExposure> = {},
): LoggedExposure {
  return {
    ...{ id, tactic, keyId: 1, keyKind: 'browser', businessKey: `k${id}`, arm: 'treated', layerId: 2 },
    ...{ holdoutLayerId: 1, at: new Date(at), device: '', standing: 'counts', offers: [], category: null },
    ...more,
  };
}

function order(orderId: bigint, at: string, more: Partial<LoggedOrder> = {}): LoggedOrder {
  const placed = { orderId, placedAt: new Date(at), placedOn: day(at.slice(0, 10)), checkoutToken: null };
  return { ...placed, currency: 'GBP', netMinor: 900, productIds: [1n], ...more };
}

function count(history: Partial<PersonHistory>) {
  const none = { exposures: [], draws: [], orders: [], acts: [] };
  const rows = countPerson({ ...none, ...history }, SHOP);
  return Object.fromEntries(rows.map((row) => [row.tactic, row]));
}

const seen = exposure(1, 'shelf', '2026-11-01T10:00:00Z');

describe('any order within 28 days of the first exposure', () => {
  it.each([
    ['2026-11-01T09:59:59Z', false],
    ['2026-11-01T10:00:00Z', true],
    ['2026-11-29T10:00:00Z', true],
    ['2026-11-29T10:00:01Z', false],
  ])('placed at %s counts: %s', (at, counts) => {
    const { shelf, larder } = count({ exposures: [seen], orders: [order(7n, at)] });
    expect(shelf?.orderId).toBe(counts ? 7n : null);
    expect(larder?.orderId).toBe(counts ? 7n : null);
    expect(shelf).toMatchObject({ firstOn: day('2026-11-01'), closesOn: day('2026-11-30') });
  });

  it('counts the first order and the first exposure only; later orders are money', () => {
    const orders = [order(9n, '2026-11-20T10:00:00Z'), order(8n, '2026-11-10T10:00:00Z')];
    const again = exposure(2, 'shelf', '2026-11-15T10:00:00Z', { keyId: 5 });
    const { shelf } = count({ exposures: [again, seen], orders });
    expect(shelf).toMatchObject({ keyId: 1, orderId: 8n, orders: 2, netMinor: 1800, exposures: 2 });
    expect(shelf?.convertedOn).toBe(day('2026-11-10'));
  });

  it('counts one shopper with 500 orders once', () => {
    const orders = Array.from({ length: 500 }, (_, n) => order(BigInt(n + 1), '2026-11-05T10:00:00Z'));
    expect(count({ exposures: [seen], orders }).shelf).toMatchObject({ orders: 500, netMinor: 450_000 });
  });
});

describe('money', () => {
  it('leaves orders refunded whole out, and counts other currencies apart', () => {
    const orders = [
      order(1n, '2026-11-02T10:00:00Z', { netMinor: 0, productIds: [] }),
      order(2n, '2026-11-03T10:00:00Z', { currency: 'EUR', netMinor: 5000 }),
      order(3n, '2026-11-04T10:00:00Z', { netMinor: 700 }),
    ];
    const { shelf } = count({ exposures: [seen], orders });
    expect(shelf).toMatchObject({ orders: 2, netMinor: 700, otherCurrency: 1, orderId: 2n });
  });

  it('knows what was spent in as long a time before', () => {
    const orders = [
      order(1n, '2026-10-04T09:59:59Z'),
      order(2n, '2026-10-04T10:00:00Z'),
      order(3n, '2026-11-01T09:00:00Z'),
    ];
    expect(count({ exposures: [seen], orders }).shelf).toMatchObject({ beforeMinor: 1800, netMinor: 0 });
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
    ['2026-12-25T10:00:00Z', 200n, false],
    ['2026-11-10T10:00:00Z', 300n, false],
  ])('bought on %s (product %s) counts: %s', (at, productId, counts) => {
    const { reminder } = count({
      exposures: [offered],
      orders: [order(7n, at, { productIds: [productId] })],
    });
    expect(reminder?.orderId === 7n).toBe(counts);
    expect(reminder?.closesOn).toBe(day('2026-12-25'));
  });

  it('is no consequence of the order on whose thank-you page it was offered', () => {
    const same = order(7n, '2026-11-01T10:00:05Z', { checkoutToken: 'token', productIds: [100n] });
    const { reminder, larder } = count({ exposures: [offered], orders: [same] });
    expect(reminder).toMatchObject({ orderId: null, orders: 0, netMinor: 0, beforeMinor: 900 });
    expect(reminder?.segments).toEqual(['history:new', 'recent:no', 'known-as:guest']);
    expect(larder?.orders).toBe(0);
  });

  it('counts for Larder as a whole from whichever exposure came first', () => {
    const later = exposure(4, 'shelf', '2026-11-25T10:00:00Z');
    const orders = [order(7n, '2026-11-30T10:00:00Z', { productIds: [300n] })];
    const { shelf, reminder, larder } = count({ exposures: [later, offered], orders });
    expect([shelf?.orderId, reminder?.orderId, larder?.orderId]).toEqual([7n, null, null]);
  });
});

describe('arms', () => {
  const held = { arm: 'holdout', layerId: null } as const;

  it('hold the held-out in the control of Larder as a whole and in no tactic’s', () => {
    const rows = count({ exposures: [exposure(1, 'shelf', '2026-11-01T10:00:00Z', held)] });
    expect(rows.shelf).toBeUndefined();
    expect(rows.larder).toMatchObject({ arm: 'control', layerId: 1, counts: true });
  });

  it('count a tactic’s own control as treated for Larder as a whole', () => {
    const rows = count({ exposures: [{ ...seen, arm: 'control' }] });
    expect([rows.shelf?.arm, rows.larder?.arm]).toEqual(['control', 'treated']);
  });

  it('know who crossed within the window, and only then', () => {
    const other = (at: string) => exposure(2, 'shelf', at, { arm: 'control' });
    expect(count({ exposures: [seen, other('2026-11-20T10:00:00Z')] }).shelf?.crossed).toBe(true);
    expect(count({ exposures: [seen, other('2026-11-20T10:00:00Z')] }).larder?.crossed).toBe(false);
    expect(count({ exposures: [seen, other('2026-12-20T10:00:00Z')] }).shelf?.crossed).toBe(false);
  });

  it('stay with the version of the first exposure', () => {
    const later = exposure(2, 'shelf', '2026-11-20T10:00:00Z', { layerId: 9, arm: 'control' });
    expect(count({ exposures: [seen, later] }).shelf).toMatchObject({ layerId: 2, arm: 'treated' });
  });

  it('are no comparison for who was drawn and never exposed, or not so that it counts', () => {
    const draw: LoggedDraw = { keyId: 1, layerId: 2, layer: 'shelf', arm: 'control', at: seen.at };
    const awaited = { ...seen, standing: 'order-awaited' as const };
    const { shelf, larder } = count({ exposures: [awaited], draws: [draw] });
    expect(shelf).toMatchObject({ counts: false, arm: 'control', orderAwaited: 1, lateIdentity: 0 });
    expect(larder).toBeUndefined();
  });
});

describe('what people did', () => {
  const act = (kind: LoggedAct['kind'], of: LoggedAct['of'], at: string): LoggedAct => ({
    kind,
    of,
    at: new Date(at),
  });

  it('counts on the first day after the first exposure, for its own tactic and for Larder', () => {
    const acts = [
      act('dismissed', 'shelf', '2026-11-03T10:00:00Z'),
      act('dismissed', 'shelf', '2026-11-02T10:00:00Z'),
      act('unsubscribed', 'all', '2026-11-04T10:00:00Z'),
      act('mailed', 'reminder', '2026-11-05T10:00:00Z'),
      act('complained', 'reminder', '2026-10-05T10:00:00Z'),
    ];
    const { shelf, larder } = count({ exposures: [seen], acts });
    expect(shelf).toMatchObject({ dismissedOn: day('2026-11-02'), unsubscribedOn: day('2026-11-04') });
    expect(shelf).toMatchObject({ mailedOn: null, complainedOn: null });
    expect(larder).toMatchObject({ mailedOn: day('2026-11-05'), complainedOn: null });
  });

  it('puts an order down to a tap that came at most a week before it', () => {
    const acts = [act('tapped', 'shelf', '2026-11-02T10:00:00Z')];
    const orders = ['2026-11-01T12:00:00Z', '2026-11-02T10:05:00Z', '2026-11-10T10:00:00Z'].map((at, n) =>
      order(BigInt(n + 1), at),
    );
    expect(count({ exposures: [seen], acts, orders }).shelf).toMatchObject({
      orders: 3,
      attributedOrders: 1,
    });
  });

  it('knows who came back on a later day, by a visit or an order', () => {
    const back = exposure(2, 'shelf', '2026-11-08T10:00:00Z');
    expect(count({ exposures: [seen, back] }).shelf?.returnedOn).toBe(day('2026-11-08'));
    expect(count({ exposures: [seen, { ...back, at: seen.at }] }).shelf?.returnedOn).toBeNull();
    const orders = [order(1n, '2026-11-01T20:00:00Z'), order(2n, '2026-11-05T20:00:00Z')];
    expect(count({ exposures: [seen], orders }).shelf?.returnedOn).toBe(day('2026-11-05'));
  });
});

it('parts shoppers by what was known at the first exposure', () => {
  const first = { ...seen, keyKind: 'account', device: 'mobile', category: 'coffee' } as const;
  const orders = ['2026-01-01T10:00:00Z', '2026-09-01T10:00:00Z', '2026-11-02T10:00:00Z'].map((at, n) =>
    order(BigInt(n + 1), at),
  );
  expect(count({ exposures: [first], orders }).shelf?.segments).toEqual([
    'history:returning',
    'recent:yes',
    'known-as:account',
    'device:mobile',
    'category:coffee',
  ]);
});
