import { forecastNext } from '../refills/model/forecast';
import type { RefillModel } from '../refills/model/refill-model';
import type { Rhythm } from '../refills/fold/rhythm';
import { OFFER_FROM_DAYS, OFFER_TO_DAYS, OFFERS_MAX } from './reminder';

export interface OrderLine {
  readonly productId: bigint;
  readonly variantId: bigint;
  readonly quantity: number;
}

/** A product that may be offered: a consumable, not sensitive, with a rhythm. */
export interface OfferableProduct {
  readonly rhythm: Rhythm;
  /** Days on which a proven customer bought it themselves, oldest first; none for anybody else. */
  readonly ownDays: readonly number[];
  /** Packs they usually bought at once; 1 for anybody else. */
  readonly usualQuantity: number;
}

/** One reminder that is offered. Kept in the exposure, in every arm alike. */
export interface Offer extends OrderLine {
  readonly offeredOn: number;
}

/**
 * The reminders to offer after an order: soonest first, of two on one day the more certain one, at most OFFERS_MAX. The
 * same for every arm.
 * @param boughtOn day of the order @param todayOn day of the offer, the same or a little later
 * @param model the shop's own, or the one every shop starts from
 */
export function chooseOffers(
  lines: readonly OrderLine[],
  products: ReadonlyMap<bigint, OfferableProduct>,
  {
    boughtOn,
    todayOn,
    model,
  }: { readonly boughtOn: number; readonly todayOn: number; readonly model: RefillModel },
): readonly Offer[] {
  const candidates = [...linesByProduct(lines)].flatMap(([productId, ofProduct]) => {
    const product = products.get(productId);
    const main = ofProduct.reduce((a, b) => (b.quantity > a.quantity ? b : a));
    if (!product) return [];
    const { rhythm, ownDays, usualQuantity } = product;
    const days = [...ownDays.filter((day) => day < boughtOn), boughtOn];
    const gaps = days.slice(1).map((day, i) => day - (days[i] ?? day));
    const quantity = ofProduct.reduce((sum, line) => sum + line.quantity, 0);
    const forecast = forecastNext({ rhythm, gaps, lastOn: boughtOn, quantity, usualQuantity, model });
    const offeredOn = clamp(forecast.bestOn, todayOn + OFFER_FROM_DAYS, todayOn + OFFER_TO_DAYS);
    const { variantId } = main;
    return [{ offer: { productId, variantId, quantity: main.quantity, offeredOn }, spread: forecast.logSd }];
  });
  candidates.sort((a, b) => a.offer.offeredOn - b.offer.offeredOn || a.spread - b.spread);
  return candidates.slice(0, OFFERS_MAX).map(({ offer }) => offer);
}

function linesByProduct(
  lines: readonly OrderLine[],
): ReadonlyMap<bigint, readonly [OrderLine, ...OrderLine[]]> {
  const found = new Map<bigint, [OrderLine, ...OrderLine[]]>();
  for (const line of lines) {
    const list = found.get(line.productId);
    if (list) list.push(line);
    else found.set(line.productId, [line]);
  }
  return found;
}

function clamp(value: number, from: number, to: number): number {
  return Math.min(to, Math.max(from, value));
}
