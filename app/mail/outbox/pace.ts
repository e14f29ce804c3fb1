import type { Cap } from '../../guardrails/caps';

/** How often an address wants mail of ours. `each`: as it comes. `asked`: only what was asked for, so nothing after an order. */
export const PACES = ['each', 'weekly', 'asked'] as const;

export type Pace = (typeof PACES)[number];

/** The cap for an address: whoever wants one mail a week gets no second one. */
export function capAt(pace: Pace, cap: Cap): Cap {
  return pace === 'weekly' ? { ...cap, max: Math.min(cap.max, 1) } : cap;
}
