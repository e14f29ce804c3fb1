import { BlockStack, Card, List, Text } from '@shopify/polaris';
import type { ComparisonView } from '../../../results/page/results-view';
import { useFormats } from '../use-formats';

/** The method in words, and the figures that only somebody who knows statistics asks for. */
export function HowItIsMeasured({ view }: { view: ComparisonView }) {
  const { share } = useFormats();
  const { review, money } = view;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          How it is measured
        </Text>
        <List gap="extraTight">
          <List.Item>
            Some shoppers, drawn at random, do not see it. Comparing the others with them shows what it
            changed and what would have happened anyway.
          </List.Item>
          <List.Item>
            A shopper enters a group the first time there is something for them, shown or held back, and stays
            in it. Each counts once, on all devices known to be theirs, however often they order.
          </List.Item>
          <List.Item>
            Rates, difference and money use only shoppers whose time is over, net of refunds. Cancelled, fully
            refunded, never paid and test orders do not count.
          </List.Item>
          <List.Item>
            The range is an always-valid confidence sequence: looking every day does not wear it out. With no
            effect at all, “Helps” or “Hurts” is said by mistake in at most 5 of 100 review periods: 1 for
            looking daily, 4 for the one look of the review.
          </List.Item>
          <List.Item>Counts of two versions, or of two shares, are never added up.</List.Item>
          {review?.openP != null ? (
            <List.Item>
              Review, no effect on first orders as they came: p-value {pWords(review.openP, share)}.
            </List.Item>
          ) : null}
          {money?.reviewP != null ? (
            <List.Item>
              Review, no effect on spend per shopper (permutation test): p-value{' '}
              {pWords(money.reviewP, share)}.
            </List.Item>
          ) : null}
        </List>
      </BlockStack>
    </Card>
  );
}

function pWords(p: number, share: (value: number) => string): string {
  return p < 0.001 ? 'below 0.001' : `${p.toFixed(3)} (${share(p)})`;
}
