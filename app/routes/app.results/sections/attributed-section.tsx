import { Text } from '@shopify/polaris';
import type { ComparisonView } from '../../../results/page/results-view';
import { niceDomain } from '../../../ui/charts/scale';
import { IntervalChart } from '../../../ui/charts/interval-chart';
import { Explained } from './explained';
import { Section } from './section';
import { useFormats } from '../use-formats';

/** What other tools would count, beside what the comparison shows: the gap and why. */
export function AttributedSection({ view }: { view: ComparisonView }) {
  const { number, count } = useFormats();
  const { orders, extra } = view.attributed;
  const whole = (value: number | null, round: (value: number) => number) =>
    value === null ? null : round(value);
  const lower = whole(extra?.lower ?? null, Math.floor);
  const upper = whole(extra?.upper ?? null, Math.ceil);
  const extraWords = extra === null ? 'Not known yet' : rangeWords(lower, upper, number);
  return (
    <Section
      title="Orders that followed, and extra orders"
      intro={gapWords(orders, lower, upper)}
      table="attributed"
    >
      <IntervalChart
        title="The gap"
        description="Orders within seven days of a tap or a mail, beside the orders that would not have come otherwise. Shoppers whose time is over."
        rows={[
          { name: 'Orders that followed', low: 0, high: orders, at: null, words: count(orders, 'order') },
          {
            name: 'Extra orders',
            low: lower,
            high: upper,
            at: null,
            isUnknown: extra === null,
            words: extraWords,
          },
        ]}
        axis={{
          label: 'Orders',
          format: number,
          domain: niceDomain({ from: Math.min(0, lower ?? 0), to: Math.max(1, orders, upper ?? 0) }),
        }}
        mark={{ at: 0, label: '' }}
        table={{
          columns: ['', 'Orders'],
          rows: [
            ['Orders that followed', number(orders)],
            ['Extra orders', extraWords],
          ],
        }}
      />
      <Text as="p" tone="subdued">
        <Explained word="attributed" /> are what most tools report. <Explained word="extraOrders" /> are what
        this page judges by.
      </Text>
    </Section>
  );
}

function rangeWords(lower: number | null, upper: number | null, number: (value: number) => string): string {
  if (lower === null && upper === null) return 'Not known yet';
  if (lower === null) return `At most ${number(upper!)}`;
  if (upper === null) return `At least ${number(lower)}`;
  return `Between ${number(lower)} and ${number(upper)}`;
}

/** One plain sentence on why the two differ. */
export function gapWords(orders: number, lower: number | null, upper: number | null): string {
  if (lower === null && upper === null)
    return 'Many orders that follow a tap or a mail would have come anyway. How many came on top is known once the difference is.';
  if (upper !== null && upper < orders)
    return 'They differ because many of these shoppers were about to order anyway: the module was on their way, not the cause.';
  if (lower !== null && lower > orders)
    return 'They differ because some shoppers see it, do nothing at once and order later.';
  return 'They differ because some of these shoppers were about to order anyway, and others order later.';
}
