import { z } from 'zod';
import type { JudgedShopper } from './judge-recommender';

const figure = z.object({
  recommended: z.number(),
  popular: z.number(),
  /** Mean paired difference, and where it lies with 95 %. */
  difference: z.number(),
  low: z.number(),
  high: z.number(),
});
/** `lists`: a shopper who bought anything new in several of the months is judged in each. */
export const gateFigures = z.object({
  ...{ shoppers: z.number(), lists: z.number() },
  ...{ hitRate: figure, ndcg: figure },
});

/** What the shop's own past says of the recommender, against its top sellers. */
export type GateFigures = z.infer<typeof gateFigures>;

export const GATE_REASONS = ['beats-popularity', 'does-not-beat-popularity', 'too-few-shoppers'] as const;
export interface GateDecision {
  readonly isOpen: boolean;
  readonly reason: (typeof GATE_REASONS)[number];
  readonly figures: GateFigures;
}

/** Fewer differences than these have no normal mean. */
const SHOPPERS_MIN = 100;

/** The recommender is used only where both measures are better than top sellers at the lower end of their interval. */
export function decideGate(judged: readonly JudgedShopper[]): GateDecision {
  const shoppers = new Set(judged.map(({ shopper }) => shopper)).size;
  const figures = {
    ...{ shoppers, lists: judged.length },
    hitRate: compare(judged, ({ hit }) => hit),
    ndcg: compare(judged, ({ ndcg }) => ndcg),
  };
  if (shoppers < SHOPPERS_MIN) return { isOpen: false, reason: 'too-few-shoppers', figures };
  const isOpen = figures.hitRate.low > 0 && figures.ndcg.low > 0;
  return { isOpen, reason: isOpen ? 'beats-popularity' : 'does-not-beat-popularity', figures };
}

/** Paired; a normal interval of the mean difference, in which the lists of one shopper are one draw (cluster-robust). */
function compare(judged: readonly JudgedShopper[], measure: (score: JudgedShopper['popular']) => number) {
  const n = Math.max(1, judged.length);
  let [recommended, popular] = [0, 0];
  for (const list of judged) {
    recommended += measure(list.recommended) / n;
    popular += measure(list.popular) / n;
  }
  const difference = recommended - popular;
  const off = new Map<number, number>();
  for (const list of judged) {
    const by = measure(list.recommended) - measure(list.popular) - difference;
    off.set(list.shopper, (off.get(list.shopper) ?? 0) + by);
  }
  const squares = [...off.values()].reduce((sum, by) => sum + by ** 2, 0);
  const half = 1.96 * Math.sqrt((squares * off.size) / Math.max(1, off.size - 1)) * (1 / n);
  return { recommended, popular, difference, low: difference - half, high: difference + half };
}
