import { z } from 'zod';
import type { JudgedShopper } from './judge-recommender';

const figure = z.object({
  recommended: z.number(),
  popular: z.number(),
  /** Mean difference by shopper, and where it lies with 95 %. */
  difference: z.number(),
  low: z.number(),
  high: z.number(),
});
export const gateFigures = z.object({ shoppers: z.number(), hitRate: figure, ndcg: figure });

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
  const figures = {
    shoppers: judged.length,
    hitRate: compare(judged.map(({ recommended, popular }) => [recommended.hit, popular.hit])),
    ndcg: compare(judged.map(({ recommended, popular }) => [recommended.ndcg, popular.ndcg])),
  };
  if (judged.length < SHOPPERS_MIN) return { isOpen: false, reason: 'too-few-shoppers', figures };
  const isOpen = figures.hitRate.low > 0 && figures.ndcg.low > 0;
  return { isOpen, reason: isOpen ? 'beats-popularity' : 'does-not-beat-popularity', figures };
}

/** Paired by shopper; a normal interval of the mean difference. */
function compare(pairs: readonly (readonly [recommended: number, popular: number])[]) {
  const n = Math.max(1, pairs.length);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / n;
  const differences = pairs.map(([recommended, popular]) => recommended - popular);
  const difference = mean(differences);
  const squares = differences.reduce((sum, value) => sum + (value - difference) ** 2, 0);
  const half = 1.96 * Math.sqrt(squares / Math.max(1, n - 1) / n);
  return {
    recommended: mean(pairs.map(([recommended]) => recommended)),
    popular: mean(pairs.map(([, popular]) => popular)),
    ...{ difference, low: difference - half, high: difference + half },
  };
}
