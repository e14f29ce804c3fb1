import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { FIXED_DELAY_DAYS } from '../../refills/backtest/backtest';
import type { BacktestView } from '../../refills/backtest/load-backtest.server';
import { formatNumber, formatShare } from '../../ui/format-values';

/** What the shop's own past says of Larder's days, in two sentences; nothing while it has nothing to say. */
export function BacktestCard({ result }: { readonly result: BacktestView['result'] }) {
  if (!result) return null;
  const { larder, fixed } = result;
  return (
    <Card>
      <InlineStack align="space-between" blockAlign="center" gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            Had Larder run for the last 90 days
          </Text>
          <Text as="p" tone="subdued">
            {`${formatNumber(larder.reminders)} reminders, ${formatShare(larder.timely / larder.reminders)} within a week of a purchase of that product. `}
            {`With a fixed ${FIXED_DELAY_DAYS} days: ${formatShare(fixed.timely / fixed.reminders)}.`}
          </Text>
        </BlockStack>
        <Button url="/app/consumables/backtest">See the backtest</Button>
      </InlineStack>
    </Card>
  );
}
