import type { Sql } from '../../ports';
import { toForecastRow, type ForecastRow } from './forecast-row';
import { forecastBuyer } from './forecast-buyer';
import { learnFromPurchases } from '../learn/learn-from-purchases.server';
import { loadPackSizes } from '../learn/pack-store.server';
import { countBuyers, loadBuyerPurchases, nextBuyers, type Buyer } from '../learn/purchase-store.server';
import type { RebuildPlace } from './rebuild-place';
import type { RefillModel } from '../model/refill-model';
import type { MeasuredRhythm } from '../fold/rhythm';
import { loadAllRhythms, type RhythmMap } from '../learn/rhythm-store.server';

/** What is saved at once, so that nothing else waits for long. */
const RHYTHMS = 200;
const BUYERS = 50;

export interface RebuildInput {
  readonly shopId: number;
  readonly todayOn: number;
  readonly place: RebuildPlace;
  /** For a rebuild that goes on; one that begins learns it. */
  readonly model: RefillModel;
}

export interface BuyerRows {
  readonly buyer: Buyer;
  readonly rows: readonly ForecastRow[];
}

/** What is to be saved, with the place that is reached by it. */
export type RebuildStep = { readonly place: RebuildPlace } & (
  | {
      readonly kind: 'model';
      readonly learned: { readonly model: RefillModel | null; readonly cases: number };
    }
  | { readonly kind: 'rhythms'; readonly rhythms: readonly (readonly [bigint, MeasuredRhythm])[] }
  | { readonly kind: 'forecasts'; readonly buyers: readonly BuyerRows[] }
);

/** Reads and works out a rebuild from its place on: the shop's model and rhythms, then every buyer's forecasts. */
export async function* steps(sql: Sql, input: RebuildInput): AsyncGenerator<RebuildStep> {
  const { shopId, todayOn } = input;
  const sizes = await loadPackSizes(sql, shopId);
  let { place, model } = input;
  let rhythms: RhythmMap;
  if (place.phase === 'learn') {
    const learned = await learnFromPurchases(sql, { shopId, todayOn, sizes });
    model = learned.model ?? model;
    rhythms = learned.rhythms;
    yield { kind: 'model', learned: { model: learned.model, cases: learned.cases }, place };
    const all = [...learned.rhythms];
    for (let from = 0; from < all.length; from += RHYTHMS)
      yield { kind: 'rhythms', rhythms: all.slice(from, from + RHYTHMS), place };
    place = { ...place, phase: 'account', total: await countBuyers(sql, shopId) };
  } else rhythms = await loadAllRhythms(sql, shopId);

  while (place.phase === 'account' || place.phase === 'browser') {
    const buyers = await nextBuyers(sql, shopId, place.phase, place.after, BUYERS);
    const last = buyers.at(-1);
    const next = place.phase === 'account' ? 'browser' : 'sweep';
    if (last) place = { ...place, after: last.value, done: place.done + buyers.length };
    else place = { ...place, phase: next, after: '' };
    const decided: BuyerRows[] = [];
    for (const buyer of buyers) {
      const purchases = await loadBuyerPurchases(sql, shopId, buyer, sizes);
      const forecasts = forecastBuyer(purchases, rhythms, todayOn, model);
      decided.push({ buyer, rows: forecasts.map(toForecastRow) });
    }
    yield { kind: 'forecasts', buyers: decided, place };
  }
}
