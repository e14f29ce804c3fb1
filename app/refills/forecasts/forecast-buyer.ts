import { forecastNext, isLongStale, probabilityWithin, type RefillForecast } from '../model/forecast';
import { OFFLINE_MODEL } from '../model/offline-model';
import type { RefillModel } from '../model/refill-model';
import type { Rhythm } from '../fold/rhythm';

/** One purchase of a consumable by one key, several lines of a day still apart. */
export interface BuyerPurchase {
  readonly productId: bigint;
  readonly variantId: bigint | null;
  readonly quantity: number;
  /** Content of one pack over that of the product's usual pack; 1 when its size is unknown. */
  readonly size: number;
  readonly boughtOn: number;
  readonly isSubscription: boolean;
}

export interface BuyerForecast {
  readonly productId: bigint;
  readonly variantId: bigint | null;
  readonly quantity: number;
  readonly purchases: number;
  readonly lastOn: number;
  /** Chance of a purchase in the next 14 days, seen from the day asked: what the shelf is ordered by. */
  readonly rank: number;
  readonly forecast: RefillForecast;
}

/** Days ahead for which products are ranked against each other. */
const RANK_HORIZON_DAYS = 14;

/**
 * The refill forecasts of one buyer from its own purchases, using only what was known by `todayOn`.
 * Subscription lines teach nothing and suppress the product while the subscription lives.
 * @param purchases in any order
 * @param model the shop's own, or the one every shop starts from
 */
export function forecastBuyer(
  purchases: readonly BuyerPurchase[],
  rhythms: ReadonlyMap<bigint, Rhythm>,
  todayOn: number,
  model: RefillModel = OFFLINE_MODEL,
): readonly BuyerForecast[] {
  const byProduct = new Map<bigint, BuyerPurchase[]>();
  for (const purchase of purchases) {
    if (purchase.boughtOn > todayOn) continue;
    const list = byProduct.get(purchase.productId);
    if (list) list.push(purchase);
    else byProduct.set(purchase.productId, [purchase]);
  }
  const visitDays = [...new Set(purchases.map((purchase) => purchase.boughtOn))]
    .filter((day) => day <= todayOn)
    .sort((a, b) => a - b);
  const forecasts: BuyerForecast[] = [];
  for (const [productId, lines] of byProduct) {
    const rhythm = rhythms.get(productId);
    const forecast = rhythm && forecastProduct(productId, { lines, visitDays }, rhythm, { todayOn, model });
    if (forecast) forecasts.push(forecast);
  }
  return forecasts.sort((a, b) => b.rank - a.rank);
}

function forecastProduct(
  productId: bigint,
  known: { readonly lines: readonly BuyerPurchase[]; readonly visitDays: readonly number[] },
  rhythm: Rhythm,
  { todayOn, model }: { readonly todayOn: number; readonly model: RefillModel },
): BuyerForecast | null {
  const { lines } = known;
  const own = lines.filter((line) => !line.isSubscription);
  const days = [...new Set(own.map((line) => line.boughtOn))].sort((a, b) => a - b);
  const lastOn = days.at(-1);
  const last = own.findLast((line) => line.boughtOn === lastOn);
  if (lastOn === undefined || !last || isSubscribed(lines, rhythm, todayOn)) return null;
  const perDay = days.map((day) => packsOn(own, day));
  const packs = perDay.at(-1) ?? 1;
  const earlier = perDay.slice(0, -1);
  const usualQuantity = earlier.length > 0 ? earlier.reduce((a, b) => a + b, 0) / earlier.length : 1;
  const gaps = days.slice(1).map((day, i) => day - (days[i] ?? day));
  const { visitDays } = known;
  const input = { rhythm, gaps, lastOn, quantity: packs, usualQuantity, visitDays, todayOn, model };
  if (isLongStale(input, todayOn)) return null;
  const forecast = forecastNext(input);
  if (forecast.expiresOn < todayOn) return null;
  const rank = probabilityWithin(forecast, RANK_HORIZON_DAYS);
  const quantity = own.reduce((sum, line) => (line.boughtOn === lastOn ? sum + line.quantity : sum), 0);
  return { productId, variantId: last.variantId, quantity, purchases: days.length, lastOn, rank, forecast };
}

/** What was bought on a day, in usual packs. */
function packsOn(lines: readonly BuyerPurchase[], day: number): number {
  return lines.reduce((sum, line) => (line.boughtOn === day ? sum + line.quantity * line.size : sum), 0);
}

/** A subscription lives while its latest delivery is younger than two typical cycles, or two of its own. */
function isSubscribed(lines: readonly BuyerPurchase[], rhythm: Rhythm, todayOn: number): boolean {
  const deliveries = lines.filter((line) => line.isSubscription).map((line) => line.boughtOn);
  const latest = Math.max(...deliveries);
  const before = Math.max(...deliveries.filter((day) => day < latest));
  const cycle = Math.max(Math.exp(rhythm.logMean), before > -Infinity ? latest - before : 0);
  return todayOn - latest <= 2 * cycle;
}
