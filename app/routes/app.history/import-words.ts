import type { ImportView } from '../../orders/load-history.server';
import { countOf, formatNumber } from '../../ui/format-values';

export const STATE_BADGES: Readonly<
  Record<ImportView['state'], { children: string; tone?: 'success' | 'info' | 'critical' | 'attention' }>
> = {
  waiting: { children: 'Waiting' },
  reading: { children: 'Reading', tone: 'info' },
  done: { children: 'Read', tone: 'success' },
  failed: { children: 'Not read to the end', tone: 'critical' },
  stopped: { children: 'Stopped', tone: 'attention' },
};

type Counts = Pick<ImportView, 'ordersAdded' | 'ordersKnown' | 'ordersUnnamed' | 'linesRejected'>;

/** What came of an upload. */
export function countWords({ ordersAdded, ordersKnown, ordersUnnamed, linesRejected }: Counts): string {
  const parts = [`${countOf(ordersAdded, 'order')} added`];
  if (ordersKnown > 0) parts.push(`${formatNumber(ordersKnown)} known already`);
  if (linesRejected > 0) parts.push(`${countOf(linesRejected, 'line')} rejected`);
  const unnamed =
    ordersUnnamed > 0
      ? ` ${countOf(ordersUnnamed, 'added order')} without a customer of yours: these tell when things are bought, not who buys again.`
      : '';
  return `${parts.join(', ')}.${unnamed}`;
}
