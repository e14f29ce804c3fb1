import { BlockStack, Card, Text } from '@shopify/polaris';
import type { ProductEvidence } from '../../refills/forecasts/load-product-evidence.server';
import { BarChart } from '../../ui/charts/bar-chart';
import { countOf, formatDay, formatNumber, formatShortDay } from '../../ui/format-values';

type Due = ProductEvidence['due'];

/** How many shoppers will probably need it again, by week. */
export function DueCard({ due, isConsumable }: { due: Due; isConsumable: boolean }) {
  const soon = due.weeks.reduce((sum, week) => sum + week.shoppers, 0);
  const none = due.passed + soon + due.later === 0;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          Who may need it soon
        </Text>
        {none ? (
          <Text as="p" tone="subdued">
            {isConsumable
              ? 'Nobody is expected to need it now. As orders come in, their buyers appear here.'
              : 'It is not forecast: forecasts are made for consumables only.'}
          </Text>
        ) : (
          <Weeks due={due} soon={soon} />
        )}
      </BlockStack>
    </Card>
  );
}

function Weeks({ due: { weeks, passed, later }, soon }: { due: Due; soon: number }) {
  const others = [
    passed > 0
      ? `For ${countOf(passed, 'more shopper', 'more shoppers')} the best day has passed, but they may still buy.`
      : null,
    later > 0 ? `For ${countOf(later, 'more shopper', 'more shoppers')} it comes later.` : null,
  ].filter((words) => words !== null);
  const day = (week: number) => formatShortDay(weeks[week]?.from ?? '');
  return (
    <>
      <BarChart
        title="Shoppers by the week of their best day"
        description={`${countOf(soon, 'shopper')} in the next ${weeks.length} weeks. The best day is the one around which they most likely buy it again.`}
        bars={weeks.map(({ from, shoppers }, i) => ({
          from: i,
          to: i + 1,
          value: shoppers,
          label: `From ${formatDay(from)}`,
          words: `Week from ${formatDay(from)}: ${countOf(shoppers, 'shopper')}`,
        }))}
        x={{ label: 'Week from', format: day, ticks: weeks.flatMap((_, i) => (i % 2 === 0 ? [i] : [])) }}
        y={{ label: 'Shoppers', format: formatNumber }}
      />
      {others.length > 0 ? (
        <Text as="p" tone="subdued">
          {others.join(' ')}
        </Text>
      ) : null}
    </>
  );
}
