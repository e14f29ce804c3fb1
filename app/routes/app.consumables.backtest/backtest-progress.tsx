import { BlockStack, Card, ProgressBar, Text } from '@shopify/polaris';
import { formatNumber } from '../../ui/format-values';

interface BacktestProgressProps {
  readonly done: number;
  /** Null or 0 while it is not known. */
  readonly total: number | null;
}

export function BacktestProgress({ done, total }: BacktestProgressProps) {
  const share = total ? Math.round((100 * done) / total) : 0;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd" id="backtest-progress">
          Going through your past orders
        </Text>
        <ProgressBar progress={share} size="small" ariaLabelledBy="backtest-progress" />
        <Text as="p" tone="subdued">
          {total
            ? `${formatNumber(done)} of ${formatNumber(total)} purchases`
            : 'Learning from what lies before the 90 days'}
        </Text>
      </BlockStack>
    </Card>
  );
}
