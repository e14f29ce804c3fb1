import type { RefillForecast } from './forecast';
import type { SubjectPurchase } from './forecast-subject';
import type { RefillCase } from './refill-case';
import type { RefillModel } from './refill-model';
import type { Rhythm } from './rhythm';
import { weighSources } from './when-model';

/** What a window rests on: the shopper's own days for the product, their visits, or what others do. */
export type WindowSource = 'own' | 'visits' | Rhythm['source'];

export interface ForecastStory {
  /** The purchases that led to the window, oldest first, in usual packs; days to each from the one before. */
  readonly purchases: readonly {
    readonly on: number;
    readonly packs: number;
    readonly gapDays: number | null;
  }[];
  /** The weightiest first; shares sum to one. */
  readonly sources: readonly { readonly source: WindowSource; readonly share: number }[];
  /** Share of each day after the latest purchase, from the first, given that they come back. */
  readonly days: Float64Array;
}

/**
 * Why a forecast says what it says.
 * @param lines the shopper's lines of the product; those of a subscription teach nothing and are left out
 * @param model the one the forecast was made with
 */
export function explainForecast(
  lines: readonly SubjectPurchase[],
  forecast: Pick<RefillForecast, 'view' | 'moment'>,
  rhythm: Pick<Rhythm, 'source'>,
  model: Pick<RefillModel, 'when'>,
): ForecastStory {
  const packs = new Map<number, number>();
  for (const { boughtOn, quantity, size, isSubscription } of lines)
    if (!isSubscription) packs.set(boughtOn, (packs.get(boughtOn) ?? 0) + quantity * size);
  const known = [...packs].filter(([on]) => on <= forecast.moment.one.onDay).sort((a, b) => a[0] - b[0]);
  return {
    purchases: known.map(([on, bought], i) => {
      const before = known[i - 1];
      return { on, packs: bought, gapDays: before ? on - before[0] : null };
    }),
    sources: sourcesOf(forecast.moment.one, rhythm.source, model),
    days: forecast.view.days,
  };
}

function sourcesOf(
  one: RefillCase,
  level: Rhythm['source'],
  { when }: Pick<RefillModel, 'when'>,
): ForecastStory['sources'] {
  const { own, visits, others } = weighSources(one, when);
  const all = [
    { source: 'own', share: own },
    { source: 'visits', share: visits },
    { source: level, share: others },
  ] as const;
  return [...all].sort((a, b) => b.share - a.share);
}
