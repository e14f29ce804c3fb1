import { Text } from '@shopify/polaris';
import type { ComparisonView } from '../../../results/page/results-view';
import { ABOUT } from '../words/compared';
import { Explained } from './explained';
import { ResultGrid } from './result-grid';
import { Section } from './section';
import { useFormats } from '../use-formats';

/** Counts and rates of both groups. The bars repeat the rates for the eye. */
export function GroupsSection({ view }: { view: ComparisonView }) {
  const { number, share } = useFormats();
  const { groups, metric } = ABOUT[view.of];
  const arms = [view.treated, view.control];
  const highest = Math.max(...arms.map((arm) => arm.rate ?? 0));
  return (
    <Section title="How many ordered" intro={`What counts: ${lowerFirst(metric)}`} table="groups">
      <ResultGrid
        caption="Shoppers, orders and rate of both groups"
        columns={[
          { head: 'Group', label: 'Group' },
          { head: <Explained word="shoppers" />, label: 'Shoppers' },
          { head: <Explained word="exposures" />, label: 'Times' },
          { head: <Explained word="soFar" />, label: 'Ordered so far' },
          { head: <Explained word="closed" />, label: 'Time is over' },
          { head: <Explained word="closedConversions" />, label: 'Of these, ordered' },
          { head: <Explained word="rate" />, label: 'Rate' },
        ]}
        rows={arms.map((arm) => ({
          key: arm.arm,
          head: groups[arm.arm],
          cells: [
            number(arm.shoppers),
            number(arm.exposures),
            number(arm.conversions),
            number(arm.closed),
            number(arm.closedConversions),
            <span key="rate" className="larder-rate">
              <Text as="span" fontWeight="semibold">
                {arm.rate === null ? '–' : share(arm.rate)}
              </Text>
              <span className={`larder-bar larder-bar--${arm.arm}`} aria-hidden="true">
                <span style={{ inlineSize: `${highest === 0 ? 0 : ((arm.rate ?? 0) / highest) * 100}%` }} />
              </span>
            </span>,
          ],
        }))}
      />
    </Section>
  );
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
