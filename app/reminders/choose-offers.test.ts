import { expect, it } from 'vitest';
import { OFFLINE_MODEL } from '../refills/model/offline-model';
import { chooseOffers, type OfferableProduct } from './choose-offers';

const product = (days: number, more: Partial<OfferableProduct> = {}): OfferableProduct => ({
  rhythm: {
    ...{ logMean: Math.log(days), logSd: 0.2, intervals: 30, buyers: 20, repeatBuyers: 10, repeatShare: 0.5 },
    ...{ recentPurchases: 3, usualPurchases: 3, source: 'product' },
  },
  ownDays: [],
  usualQuantity: 1,
  ...more,
});
const line = (productId: bigint, quantity = 1, variantId = productId * 10n) => ({
  productId,
  variantId,
  quantity,
});
const ON = { boughtOn: 100, todayOn: 100, model: OFFLINE_MODEL };

it('offers the three soonest, each product once with the variant bought most', () => {
  const products = new Map([1n, 2n, 3n, 4n].map((id) => [id, product(Number(id) * 25)]));
  const offers = chooseOffers([line(4n), line(3n), line(2n), line(1n), line(1n, 5, 11n)], products, ON);
  expect(offers.map((offer) => offer.productId)).toEqual([1n, 2n, 3n]);
  expect(offers[0]).toMatchObject({ variantId: 11n, quantity: 5 });
});

it('keeps days between a week and half a year from today', () => {
  const products = new Map([
    [1n, product(2)],
    [2n, product(900)],
  ]);
  expect(chooseOffers([line(1n), line(2n)], products, ON).map((offer) => offer.offeredOn)).toEqual([
    107, 280,
  ]);
  expect(chooseOffers([line(1n)], products, { ...ON, boughtOn: 97 })[0]?.offeredOn).toBe(107);
});

it('moves with a customer’s own rhythm and with a larger purchase', () => {
  const day = (more: Partial<OfferableProduct>, quantity = 1) =>
    chooseOffers([line(1n, quantity)], new Map([[1n, product(40, more)]]), ON)[0]?.offeredOn ?? 0;
  expect(day({ ownDays: [25, 40, 55, 70, 85] })).toBeLessThan(day({}));
  expect(day({}, 4)).toBeGreaterThan(day({}));
});

it('offers nothing for what is no known consumable', () => {
  expect(chooseOffers([line(9n)], new Map(), ON)).toEqual([]);
});
