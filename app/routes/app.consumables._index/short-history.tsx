import { Banner } from '@shopify/polaris';
import type { BackfillProgress } from '../../overview/load-backfill-progress.server';
import { countOf, formatDay } from '../../ui/format-values';

/** Below this many orders, what is said of most products rests on their kind alone. */
const FEW_ORDERS = 200;

/** When verdicts rest on little: why, and how to give Larder more to go by. */
export function ShortHistory({ backfill }: { backfill: BackfillProgress | null }) {
  if (backfill?.phase !== 'done') return null;
  if (backfill.since === null && backfill.ordersDone >= FEW_ORDERS) return null;
  const known = countOf(backfill.ordersDone, 'order');
  const since = backfill.since === null ? '' : ` since ${formatDay(backfill.since.slice(0, 10))}`;
  return (
    <Banner tone="info" action={{ content: 'Add older orders', url: '/app/history' }}>
      <p>
        Larder has read {known}
        {since}. With a longer history it can tell more surely what is bought again, and when.
      </p>
    </Banner>
  );
}
