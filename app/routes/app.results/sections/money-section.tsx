import { BlockStack, Text } from '@shopify/polaris';
import type { ComparisonView, MoneyView } from '../../../results/page/results-view';
import { ABOUT } from '../words/compared';
import { Explained } from './explained';
import { spanFigures } from '../words/lift-words';
import { ResultGrid } from './result-grid';
import { Section } from './section';
import { useFormats } from '../use-formats';

/** What it was worth: a range, and one figure only when zero lies outside. */
export function MoneySection({ view }: { view: ComparisonView }) {
  const { money } = view;
  return (
    <Section
      title="What it was worth"
      intro="Orders less refunds of shoppers whose time is over, beyond what they would have spent without it."
      table={money ? 'money' : undefined}
    >
      {money ? (
        <Money money={money} of={view.of} />
      ) : (
        <Text as="p" tone="subdued">
          Not shown until the difference is.
        </Text>
      )}
    </Section>
  );
}

function Money({ money, of }: { money: MoneyView; of: ComparisonView['of'] }) {
  const formats = useFormats();
  const { money: write, number, change } = formats;
  const { groups } = ABOUT[of];
  const arms = [
    { ...money.treated, name: groups.treated, key: 'treated' },
    { ...money.control, name: groups.control, key: 'control' },
  ];
  const perShopper = (sum: number, shoppers: number) => (shoppers === 0 ? '–' : write(sum / shoppers));
  return (
    <BlockStack gap="400">
      <BlockStack gap="100">
        <Text as="p" tone="subdued">
          <Explained word="extraMoney" /> so far
        </Text>
        <Text as="p" variant="headingLg">
          {moneyWords(money, write)}
        </Text>
        {money.single === null ? (
          <Text as="p" tone="subdued">
            {money.lower === null && money.upper === null
              ? 'It needs enough buyers in both groups, and groups that can be compared.'
              : 'Zero lies within the range, so there is no single figure. Spends differ more from shopper to shopper than orders do, so money is known later than orders are.'}
          </Text>
        ) : (
          <Text as="p">Best single guess: {write(money.single)}.</Text>
        )}
      </BlockStack>
      <ResultGrid
        caption="Spend of both groups"
        columns={[
          { head: 'Group', label: 'Group' },
          { head: <Explained word="closed">Shoppers</Explained>, label: 'Shoppers' },
          { head: <Explained word="spend" />, label: 'Spend per shopper' },
          { head: <Explained word="limit">Without the limit</Explained>, label: 'Without the limit' },
        ]}
        rows={arms.map(({ key, name, shoppers, limited, unlimited }) => ({
          key,
          head: name,
          cells: [number(shoppers), perShopper(limited, shoppers), perShopper(unlimited, shoppers)],
        }))}
      />
      <Text as="p" tone="subdued">
        {money.limit === null ? null : (
          <>
            <Explained word="limit" />: {write(money.limit)} per shopper.{' '}
          </>
        )}
        {money.revenueLift
          ? `Spend per shopper by itself: ${spanFigures(money.revenueLift, formats)}. `
          : null}
        {money.adjusted ? (
          <>
            <Explained word="adjusted" />: {change(money.adjusted.lift)},{' '}
            {spanFigures(money.adjusted, formats)}.
          </>
        ) : null}
      </Text>
    </BlockStack>
  );
}

/** `Between $120 and $2,340 more`, `Between $80 less and $2,340 more`. */
export function moneyWords(
  { lower, upper }: Pick<MoneyView, 'lower' | 'upper'>,
  write: (minor: number) => string,
): string {
  const end = (minor: number) => `${write(Math.abs(minor))} ${minor < 0 ? 'less' : 'more'}`;
  if (lower === null && upper === null) return 'Not known yet';
  if (lower === null) return `At most ${end(upper!)}`;
  if (upper === null) return `At least ${end(lower)}`;
  if (lower >= 0) return `Between ${write(lower)} and ${end(upper)}`;
  if (upper <= 0) return `Between ${write(-upper)} and ${end(lower)}`;
  return `Between ${end(lower)} and ${end(upper)}`;
}
