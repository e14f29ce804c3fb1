import { Banner, BlockStack, Card, Icon, InlineStack, ProgressBar, Spinner, Text } from '@shopify/polaris';
import { CheckCircleIcon } from '@shopify/polaris-icons';
import { useState } from 'react';
import type { BackfillProgress } from '../../overview/load-backfill-progress.server';
import { countOf, formatDay, formatNumber } from '../../ui/format-values';

interface HistoryCardProps {
  readonly backfill: BackfillProgress | null;
  readonly isRetrying: boolean;
  readonly onRetry: () => void;
}

/** How far reading the shop's past has come; quiet when it was done before the page was opened. */
export function HistoryCard({ backfill, isRetrying, onRetry }: HistoryCardProps) {
  const isDone = backfill?.phase === 'done';
  const [wasDone] = useState(isDone);
  if (isDone && wasDone)
    return backfill.since && !backfill.knowsOlder ? <ShortHistory since={backfill.since} /> : null;
  if (backfill?.phase === 'failed') {
    return (
      <Banner
        tone="critical"
        title="Your order history could not be read to the end"
        action={{ content: 'Try again', onAction: onRetry, loading: isRetrying }}
      >
        <p>
          What was read so far is kept ({countOf(backfill.ordersDone, 'order')}).
          {backfill.error ? ` Shopify said: ${backfill.error}` : ''}
        </p>
      </Banner>
    );
  }
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="start" gap="200" blockAlign="center">
          <span className="larder-mark">
            {isDone ? <Icon source={CheckCircleIcon} tone="success" /> : <Spinner size="small" />}
          </span>
          <Text as="h2" variant="headingMd">
            {isDone ? 'Your order history is read' : 'Reading your order history'}
          </Text>
        </InlineStack>
        <ProgressBar
          progress={share(backfill)}
          size="small"
          ariaLabelledBy="history-words"
          animated={false}
        />
        <Text as="p" tone="subdued" id="history-words">
          <span role="status">{words(backfill)}</span>{' '}
          {isDone ? 'Forecasts follow in a moment.' : 'You can leave this page; it goes on by itself.'}
        </Text>
      </BlockStack>
    </Card>
  );
}

/** Without the permission to read all orders, Shopify shows an app the last 60 days. */
function ShortHistory({ since }: { since: string }) {
  return (
    <Banner
      tone="info"
      title="Larder sees your last 60 days of orders"
      action={{ content: 'Add older orders', url: '/app/history' }}
    >
      <p>
        Shopify shows an app orders since {formatDay(since.slice(0, 10))} unless you allow it to read all
        orders. Things bought less often than that are recognised later, as new orders come in, or at once
        when you let Larder see older ones.
      </p>
    </Banner>
  );
}

function share(backfill: BackfillProgress | null): number {
  if (backfill?.phase === 'done') return 100;
  if (backfill?.phase !== 'orders' || !backfill.ordersTotal) return 0;
  return Math.min(100, Math.round((backfill.ordersDone / backfill.ordersTotal) * 100));
}

function words(backfill: BackfillProgress | null): string {
  if (!backfill) return 'Starting.';
  const products = `${countOf(backfill.productsDone, 'product')} read`;
  if (backfill.phase === 'products') return `${products}, then your orders.`;
  if (backfill.phase === 'done') return `${products}, ${countOf(backfill.ordersDone, 'order')}.`;
  const total = backfill.ordersTotal === null ? '' : ` of ${formatNumber(backfill.ordersTotal)}`;
  return `${products}, ${formatNumber(backfill.ordersDone)}${total} orders.`;
}
