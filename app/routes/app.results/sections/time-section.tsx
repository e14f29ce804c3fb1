import { BlockStack, Button, List, Text } from '@shopify/polaris';
import type { ComparisonView, TimeView } from '../../../results/page/results-view';
import { Explained } from './explained';
import type { Formats } from '../words/formats';
import { Section } from './section';
import { useFormats } from '../use-formats';

/** How long until an effect would show at this shop's traffic, and what a larger share would change. */
export function TimeSection({ view, onChangeShare }: { view: ComparisonView; onChangeShare?: () => void }) {
  const formats = useFormats();
  const { time } = view;
  return (
    <Section title="How long until we know" table={view.shares.length > 0 ? 'time' : undefined}>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="p">{timeWords(time, view.version !== null, formats)}</Text>
        {time.reason === 'too-small' ? <LargerShares time={time} hasStarted={view.version !== null} /> : null}
        {onChangeShare ? (
          <span className="larder-no-print">
            <Button onClick={onChangeShare}>Change the share without it</Button>
          </span>
        ) : null}
      </BlockStack>
    </Section>
  );
}

interface LargerSharesProps {
  readonly time: TimeView & { readonly reason: 'too-small' };
  readonly hasStarted: boolean;
}

function LargerShares({ time, hasStarted }: LargerSharesProps) {
  const { share, change } = useFormats();
  return (
    <BlockStack gap="100">
      <Text as="p">
        <Explained word="detectable">What would show</Explained> by then, by the share of shoppers without it:
      </Text>
      <List gap="extraTight">
        {time.seenWithShare.map(({ controlShare, detectableLift }, index) => (
          <List.Item key={controlShare}>
            {`With ${share(controlShare)}${index === 0 && hasStarted ? ', as now' : ''}`}:{' '}
            {detectableLift === null
              ? 'nothing, there are too few shoppers'
              : `${change(detectableLift)} or more`}
          </List.Item>
        ))}
      </List>
    </BlockStack>
  );
}

export function timeWords(
  time: TimeView,
  hasStarted: boolean,
  { share, count }: Pick<Formats, 'share' | 'count'>,
): string {
  switch (time.reason) {
    case 'no-traffic':
      return hasStarted
        ? 'There is nothing to estimate from: no shopper came in the last four weeks.'
        : 'There is nothing to estimate from yet: Larder has seen too few orders of this shop.';
    case 'days':
      return time.days <= 0
        ? `At your shop’s traffic, a difference of ${share(time.lift)} would probably show by now, if it is there. A smaller one takes longer.`
        : `At your shop’s traffic, a difference of ${share(time.lift)} would probably show after about ${count(time.days, 'more day', 'more days')}, if it is there. A larger one shows sooner.`;
    case 'too-small':
      return `At your shop’s traffic, a difference of ${share(time.lift)} takes longer than half a year to show. A larger one shows sooner, and so does a larger share without it.`;
  }
}

/** The share that a shop which is too small at its own is told of. */
const LARGER_SHARE = 0.3;

/** One sentence for the first screen when the shop is too small to tell; null when it is not. */
export function tooSmallWords(
  time: TimeView,
  { share, change }: Pick<Formats, 'share' | 'change'>,
): string | null {
  if (time.reason !== 'too-small') return null;
  const [own] = time.seenWithShare;
  const larger = time.seenWithShare.find((planned) => planned.controlShare >= LARGER_SHARE);
  if (!own || !larger || own === larger || larger.detectableLift === null) return null;
  const unseen =
    own.detectableLift === null ? 'any difference' : `a difference under ${change(own.detectableLift)}`;
  return `With ${share(own.controlShare)} without it, this shop is too small to see ${unseen} within half a year. With ${share(larger.controlShare)} you would see ${change(larger.detectableLift)}.`;
}
