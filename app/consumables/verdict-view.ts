/** `consumables`: what holds; `others`: what does not; `overruled`: where the merchant has spoken. */
export const VERDICT_VIEWS = ['consumables', 'others', 'overruled'] as const;

export type VerdictView = (typeof VERDICT_VIEWS)[number];
