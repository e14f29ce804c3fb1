import type { Rhythm } from '../refills/fold/rhythm';
import { forecastBuyer, type BuyerPurchase } from '../refills/forecasts/forecast-buyer';
import type { RefillModel } from '../refills/model/refill-model';
import { OFFER_FROM_DAYS, OFFER_TO_DAYS, OFFERS_MAX } from './reminder';

export interface OrderLine {
  readonly productId: bigint;
  readonly variantId: bigint;
  readonly quantity: number;
}

/** A line of a product that may be offered: a consumable, not sensitive. */
export interface OfferableLine extends OrderLine {
  /** Content of one pack over that of the product's usual pack; 1 when its size is unknown. */
  readonly size: number;
}

/** What an offer's days are forecast from, as the forecasts of the shelf are. */
export interface OfferFacts {
  /** By product; one without a rhythm is not offered. */
  readonly rhythms: ReadonlyMap<bigint, Rhythm>;
  /** What a proven customer bought before this order, and what came to them by subscription; nothing for anybody else. */
  readonly own: readonly BuyerPurchase[];
  /** Day of the order. */
  readonly boughtOn: number;
  /** Day of the offer, the same or a little later. */
  readonly todayOn: number;
  /** The shop's own, or the one every shop starts from. */
  readonly model: RefillModel;
}

/** One reminder that is offered. Kept in the exposure, in every arm alike. */
export interface Offer extends OrderLine {
  readonly offeredOn: number;
}

/**
 * The reminders to offer after an order: soonest first, of two on one day the more certain one, at most OFFERS_MAX. The
 * same for every arm. Nothing for a product that comes by a subscription that still runs.
 */
export function chooseOffers(lines: readonly OfferableLine[], facts: OfferFacts): readonly Offer[] {
  const { rhythms, own, boughtOn, todayOn, model } = facts;
  const bought = lines.map((line) => ({ ...line, boughtOn, isSubscription: false }));
  const candidates = forecastBuyer([...own, ...bought], rhythms, todayOn, model).flatMap(
    ({ productId, forecast }) => {
      const ofProduct = lines.filter((line) => line.productId === productId);
      if (ofProduct.length === 0) return [];
      const { variantId, quantity } = ofProduct.reduce((a, b) => (b.quantity > a.quantity ? b : a));
      const offeredOn = clamp(forecast.bestOn, todayOn + OFFER_FROM_DAYS, todayOn + OFFER_TO_DAYS);
      return [{ offer: { productId, variantId, quantity, offeredOn }, spread: forecast.logSd }];
    },
  );
  candidates.sort((a, b) => a.offer.offeredOn - b.offer.offeredOn || a.spread - b.spread);
  return candidates.slice(0, OFFERS_MAX).map(({ offer }) => offer);
}

function clamp(value: number, from: number, to: number): number {
  return Math.min(to, Math.max(from, value));
}
