import { BlockStack, Card, InlineStack, ProgressBar, Spinner, Text } from '@shopify/polaris';
import type { BackfillProgress } from '../../overview/load-backfill-progress.server';
import { countOf, formatInstant, formatNumber } from '../../ui/format-values';

interface ReachCardProps {
  readonly orders: number;
  readonly oldestAt: string | null;
  readonly backfill: BackfillProgress | null;
  readonly seesAll: boolean;
  /** Uploads that brought orders. */
  readonly uploads: number;
  readonly timeZone: string;
}

/** How far back Larder sees now, and from where. */
export function ReachCard({ orders, oldestAt, backfill, seesAll, uploads, timeZone }: ReachCardProps) {
  const isReading = backfill === null || backfill.phase === 'products' || backfill.phase === 'orders';
  const total = backfill?.ordersTotal ?? 0;
  return (
    <Card>
      <BlockStack gap="200">
        <InlineStack gap="200" blockAlign="center" wrap={false}>
          <Text as="h2" variant="headingMd">
            {oldestAt
              ? `${countOf(orders, 'order')} since ${formatInstant(oldestAt, timeZone).split(',')[0]}`
              : 'No orders yet'}
          </Text>
          {isReading ? <Spinner size="small" accessibilityLabel="Reading orders" /> : null}
        </InlineStack>
        <Text as="p" tone="subdued">
          {seesAll ? 'Shopify lets Larder read all your orders' : 'Shopify lets Larder read the last 60 days'}
          {uploads > 0 ? `; ${countOf(uploads, 'upload')} brought older ones.` : '.'}
        </Text>
        {isReading && total > 0 && backfill?.phase === 'orders' ? (
          <BlockStack gap="100">
            <ProgressBar
              progress={Math.min(100, (backfill.ordersDone / total) * 100)}
              size="small"
              animated={false}
              ariaLabelledBy="reach-words"
            />
            <Text as="p" tone="subdued" id="reach-words">
              {formatNumber(backfill.ordersDone)} of {formatNumber(total)} orders read from Shopify.
            </Text>
          </BlockStack>
        ) : null}
      </BlockStack>
    </Card>
  );
}
