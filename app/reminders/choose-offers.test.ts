import { expect, it } from 'vitest';
import { OFFLINE_MODEL } from '../refills/model/offline-model';
import { chooseOffers, type OfferFacts } from './choose-offers';

const rhythm = (days: number) => ({
  ...{ logMean: Math.log(days), logSd: 0.2, intervals: 30, buyers: 20, repeatBuyers: 10, repeatShare: 0.5 },
  ...{ recentPurchases: 3, usualPurchases: 3, source: 'product' as const },
});
const line = (productId: bigint, quantity = 1, variantId = productId * 10n, size = 1) => ({
  ...{ productId, variantId, quantity, size },
});
const earlier = (boughtOn: number, more: object = {}) => ({
  ...{ ...line(1n), boughtOn, isSubscription: false },
  ...more,
});
const facts = (days: readonly number[], more: Partial<OfferFacts> = {}): OfferFacts => ({
  rhythms: new Map(days.map((cycle, index) => [BigInt(index + 1), rhythm(cycle)])),
  ...{ own: [], boughtOn: 100, todayOn: 100, model: OFFLINE_MODEL },
  ...more,
});
const days = (...asked: Parameters<typeof chooseOffers>) =>
  chooseOffers(...asked).map((offer) => offer.offeredOn);

it('offers the soonest first, each product once with the variant bought most', () => {
  const lines = [line(4n), line(3n), line(2n), line(1n), line(1n, 5, 11n)];
  const offers = chooseOffers(lines, facts([25, 50, 75, 100]));
  expect(offers.map((offer) => offer.productId)).toEqual([1n, 2n, 3n, 4n]);
  expect(offers[0]).toMatchObject({ variantId: 11n, quantity: 5 });
});

it('keeps days between a week and half a year from today', () => {
  expect(days([line(1n), line(2n)], facts([2, 900]))).toEqual([107, 280]);
  expect(days([line(1n)], facts([2], { boughtOn: 97 }))).toEqual([107]);
});

it('moves with a customer’s own rhythm and with a larger purchase', () => {
  const [usual = 0] = days([line(1n)], facts([40]));
  const own = [25, 40, 55, 70, 85].map((day) => earlier(day));
  expect(days([line(1n)], facts([40], { own }))[0]).toBeLessThan(usual);
  expect(days([line(1n, 4)], facts([40]))[0]).toBeGreaterThan(usual);
});

it('counts a larger pack as so many usual ones, and a usual order of large packs as nothing special', () => {
  const large = (quantity: number) => line(1n, quantity, 11n, 4);
  expect(days([large(1)], facts([40]))).toEqual(days([line(1n, 4)], facts([40])));
  const own = [30, 65].map((day) => earlier(day, { size: 4 }));
  const usual = [30, 65].map((day) => earlier(day));
  expect(days([large(1)], facts([40], { own }))).toEqual(days([line(1n)], facts([40], { own: usual })));
});

it('is silent for a product while its subscription runs, and not for ever', () => {
  const delivered = (boughtOn: number) => [earlier(boughtOn, { isSubscription: true })];
  expect(days([line(1n), line(2n)], facts([30, 50], { own: delivered(80) }))).toHaveLength(1);
  expect(days([line(1n)], facts([30], { own: delivered(103), todayOn: 104 }))).toEqual([]);
  expect(days([line(1n)], facts([30], { own: delivered(30) }))).toEqual(days([line(1n)], facts([30])));
});

it('offers nothing for what is no known consumable, or was not in the order', () => {
  expect(chooseOffers([line(9n)], facts([]))).toEqual([]);
  expect(chooseOffers([line(2n)], facts([30], { own: [earlier(90)] }))).toEqual([]);
});
