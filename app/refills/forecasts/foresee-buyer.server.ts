import type { Ports } from '../../ports';
import { probabilityWithin, type RefillEvidence, type RefillForecast } from '../model/forecast';
import { forecastBuyer, type BuyerForecast } from './forecast-buyer';
import { loadModel } from '../model/model-store.server';
import { loadBuyerPurchases, type Buyer } from '../learn/purchase-store.server';
import { loadRhythms } from '../learn/rhythm-store.server';

/** Days ahead for which the chance of a purchase is stated. */
export const STATED_DAYS = [7, 14, 28] as const;

type Days = Pick<RefillForecast, 'windowFromOn' | 'windowToOn' | 'medianOn' | 'bestOn' | 'expiresOn'>;

export interface ForeseenProduct {
  readonly productId: bigint;
  /** Oldest first; local days of the shop. */
  readonly purchases: readonly {
    readonly onDay: number;
    readonly quantity: number;
    readonly isSubscription: boolean;
  }[];
  /** Null when nothing is foreseen: subscribed to, stale, or not measured yet. */
  readonly next:
    | (Days & {
        readonly evidence: RefillEvidence;
        /** Chance of a purchase within each of STATED_DAYS from today. */
        readonly chances: readonly number[];
        /** Chance that they buy it again within the model's horizon, from today. */
        readonly pReturn: number;
      })
    | null;
}

/** What one buyer bought of consumables and what is foreseen from it, as the forecasts are made; likeliest in two weeks first. */
export async function foreseeBuyer(
  ports: Pick<Ports, 'db'>,
  shopId: number,
  buyer: Buyer,
  todayOn: number,
): Promise<readonly ForeseenProduct[]> {
  const { read } = ports.db;
  const purchases = await loadBuyerPurchases(read, shopId, buyer);
  const ids = new Set(purchases.map((purchase) => purchase.productId));
  const [rhythms, model] = await Promise.all([loadRhythms(read, shopId, ids), loadModel(read, shopId)]);
  const forecasts = new Map(
    forecastBuyer(purchases, rhythms, todayOn, model).map((forecast) => [forecast.productId, forecast]),
  );
  const foreseen = [...ids].map((productId) => {
    const forecast = forecasts.get(productId);
    const lines = purchases.filter((line) => line.productId === productId);
    return {
      productId,
      purchases: lines.map(({ boughtOn, quantity, isSubscription }) => ({
        onDay: boughtOn,
        quantity,
        isSubscription,
      })),
      next: forecast ? nextOf(forecast) : null,
    };
  });
  const soon = (product: ForeseenProduct) => product.next?.chances[1] ?? -1;
  return foreseen.sort((a, b) => soon(b) - soon(a));
}

function nextOf({ forecast }: BuyerForecast): NonNullable<ForeseenProduct['next']> {
  const { windowFromOn, windowToOn, medianOn, bestOn, expiresOn, evidence, pReturn } = forecast;
  const chances = STATED_DAYS.map((days) => probabilityWithin(forecast, days));
  return { windowFromOn, windowToOn, medianOn, bestOn, expiresOn, evidence, pReturn, chances };
}
