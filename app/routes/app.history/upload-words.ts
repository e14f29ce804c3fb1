import type { UploadView } from '../../orders/upload/load-history.server';
import { countOf, formatNumber } from '../../ui/format-values';

export const STATE_BADGES: Readonly<
  Record<UploadView['state'], { children: string; tone?: 'success' | 'info' | 'critical' | 'attention' }>
> = {
  waiting: { children: 'Waiting' },
  reading: { children: 'Reading', tone: 'info' },
  done: { children: 'Read', tone: 'success' },
  failed: { children: 'Not read to the end', tone: 'critical' },
  stopped: { children: 'Stopped', tone: 'attention' },
};

type Counts = Pick<
  UploadView,
  | 'ordersAdded'
  | 'ordersKnown'
  | 'ordersUnnamed'
  | 'ordersUnpriced'
  | 'linesRead'
  | 'linesAdded'
  | 'linesKnown'
  | 'linesRejected'
  | 'linesUnusable'
>;

/** What came of an upload: its orders, then each of its lines. */
export function countWords(counts: Counts): string {
  const { ordersAdded, ordersKnown, ordersUnnamed, ordersUnpriced } = counts;
  const known = ordersKnown > 0 ? `, ${formatNumber(ordersKnown)} known already` : '';
  const unpriced =
    ordersUnpriced > 0
      ? ` ${formatNumber(ordersUnpriced)} of them in another currency or without a total: ${ordersUnpriced === 1 ? 'it counts' : 'they count'} as ${ordersUnpriced === 1 ? 'a purchase' : 'purchases'}, not in money.`
      : '';
  const unnamed =
    ordersUnnamed > 0
      ? ` ${countOf(ordersUnnamed, 'added order')} without a buyer that Larder can tell: these show when things are bought, not who buys again.`
      : '';
  return `${countOf(ordersAdded, 'order')} added${known}.${unpriced} ${lineWords(counts)}${unnamed}`;
}

function lineWords({ linesRead, linesAdded, linesKnown, linesRejected, linesUnusable }: Counts): string {
  const parts = [
    [linesAdded, 'taken as purchases'],
    [linesKnown, 'known already'],
    [
      linesUnusable,
      'without a purchase to keep (cancelled, refunded, unpaid, test, free, gift card or erased)',
    ],
    [linesRejected, 'rejected'],
  ] as const;
  const said = parts.flatMap(([count, what]) => (count > 0 ? `${formatNumber(count)} ${what}` : []));
  return linesRead > 0 ? `Of ${countOf(linesRead, 'line')}: ${said.join(', ')}.` : '';
}
