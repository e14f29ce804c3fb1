import type { BackfillProgress } from '../../overview/load-backfill-progress.server';

export type NothingReason = 'reading' | 'failed' | 'not-judged' | 'no-products';

/** Why there is no verdict on anything. Null: the reading has not begun. */
export function whyNothing(backfill: Pick<BackfillProgress, 'phase' | 'productsDone'> | null): NothingReason {
  if (backfill?.phase === 'failed') return 'failed';
  if (backfill?.phase !== 'done') return 'reading';
  return backfill.productsDone > 0 ? 'not-judged' : 'no-products';
}
