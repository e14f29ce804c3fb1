import { BlockStack, Card, Text } from '@shopify/polaris';
import { FIXED_DELAY_DAYS, TIMELY_DAYS } from '../../refills/backtest/backtest';
import type { BacktestView } from '../../refills/backtest/load-backtest.server';
import { BarChart } from '../../ui/charts/bar-chart';
import { countOf, formatDay, formatInstant, formatNumber, formatShare } from '../../ui/format-values';
import { ShareTable } from '../../ui/share-table';

interface BacktestResultProps {
  readonly result: NonNullable<BacktestView['result']>;
  /** ISO instant. */
  readonly finishedAt: string | null;
  readonly timeZone: string;
}

/** The two rules beside each other, and when the purchases came. */
export function BacktestResult({ result, finishedAt, timeZone }: BacktestResultProps) {
  const { larder, fixed, from, to, products, weeks, notSoon } = result;
  const shareOf = ({ reminders, timely }: typeof larder) => (reminders === 0 ? 0 : timely / reminders);
  return (
    <>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingLg">
            {`${formatNumber(larder.reminders)} reminders, ${formatShare(shareOf(larder))} near a purchase of that product`}
          </Text>
          <Text as="p">
            {`With the same ${FIXED_DELAY_DAYS} days after every purchase it would have been ${formatShare(shareOf(fixed))} of ${formatNumber(fixed.reminders)}.`}
          </Text>
          <ShareTable
            caption="Reminders and how many of them were near a purchase, by rule"
            columns={{ name: 'Rule', whole: 'Reminders', part: `Bought within ${TIMELY_DAYS} days` }}
            rows={[
              { key: 'larder', name: 'Larder’s day', part: larder.timely, whole: larder.reminders },
              {
                key: 'fixed',
                name: `After ${FIXED_DELAY_DAYS} days`,
                part: fixed.timely,
                whole: fixed.reminders,
              },
            ]}
          />
          <Text as="p" tone="subdued">
            {`${formatDay(from)} to ${formatDay(to)}, ${countOf(products, 'consumable')}.`}
            {finishedAt ? ` Counted on ${formatInstant(finishedAt, timeZone)}.` : ''}
          </Text>
        </BlockStack>
      </Card>
      <Card>
        <BlockStack gap="300">
          <BarChart
            title="When the product was bought"
            description="Larder’s reminders by the weeks from the reminder to the next purchase of the product"
            x={{ label: 'Weeks from the reminder', format: (week) => `${week}` }}
            y={{ label: 'Reminders', format: formatNumber }}
            bars={weeks.map(({ week, count }) => ({
              from: week,
              to: week + 1,
              value: count,
              label: weekName(week),
              words: `${weekName(week)}: ${countOf(count, 'reminder')}`,
            }))}
          />
          <Text as="p" tone="subdued">
            {`After ${formatNumber(notSoon)} of them the product was bought much earlier, much later, or not yet.`}
          </Text>
        </BlockStack>
      </Card>
    </>
  );
}

function weekName(week: number): string {
  if (week === 0) return 'Within the week after';
  if (week === -1) return 'Within the week before';
  return week > 0 ? `${week} to ${week + 1} weeks after` : `${-week} to ${-week - 1} weeks before`;
}
