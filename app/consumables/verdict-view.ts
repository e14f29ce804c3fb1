/** `consumables`: what holds; `others`: what does not; `overruled`: where the merchant has spoken. */
export const VERDICT_VIEWS = ['consumables', 'others', 'overruled'] as const;

export type VerdictView = (typeof VERDICT_VIEWS)[number];

/** What the list may be ordered by. `gap`: typical days between purchases; `repeat`: buyers who came back. */
export const VERDICT_SORTS = ['repeat', 'title', 'score', 'gap', 'buyers', 'overruled'] as const;

export type VerdictSort = (typeof VERDICT_SORTS)[number];

export const DIRECTIONS = ['ascending', 'descending'] as const;

export type Direction = (typeof DIRECTIONS)[number];

/** Which judged products are meant: some by id, or all that a view and a search find, on every page. */
export type VerdictSelection =
  { readonly productIds: readonly bigint[] } | { readonly view: VerdictView; readonly search: string };
