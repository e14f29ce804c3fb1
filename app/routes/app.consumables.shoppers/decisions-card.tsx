import { BlockStack, Card, Text } from '@shopify/polaris';
import type { ShopperStory } from '../../overview/explain-shopper.server';
import { countOf, formatInstant } from '../../ui/format-values';
import { exposureWords, noDecisionWords, tacticWords } from './story-words';

/** The moments at which a module would have acted, and what the person got instead or indeed. */
export function DecisionsCard({ story, timeZone }: { story: ShopperStory; timeZone: string }) {
  const { exposures, earlierExposures } = story;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          What was decided
        </Text>
        {exposures.length === 0 ? (
          <Text as="p" tone="subdued">
            {noDecisionWords(story)}
          </Text>
        ) : (
          <ul className="larder-events">
            {exposures.map(({ id, tactic, arm, at, device, titles }) => (
              <li key={id}>
                <Text as="p" tone="subdued">
                  {formatInstant(at, timeZone)}, {tacticWords(tactic)}
                  {device === '' ? '' : `, on a ${device === 'mobile' ? 'phone' : 'computer'}`}
                </Text>
                <Text as="p">
                  {exposureWords(tactic, arm)}
                  {titles.length > 0 ? `: ${titles.join(', ')}` : ''}
                </Text>
              </li>
            ))}
          </ul>
        )}
        {earlierExposures > 0 ? (
          <Text as="p" tone="subdued">
            And {countOf(earlierExposures, 'earlier one')}.
          </Text>
        ) : null}
      </BlockStack>
    </Card>
  );
}
