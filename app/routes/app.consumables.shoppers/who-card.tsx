import { BlockStack, Card, Text } from '@shopify/polaris';
import type { ShopperStory } from '../../overview/explain-shopper.server';
import { formatInstant } from '../../ui/format-values';
import { armOfLayerWords, noSideWords, switchedOffWords } from './story-words';

/** How the person is known, on which side of each draw they are, and what they switched off. */
export function WhoCard({ story, timeZone }: { story: ShopperStory; timeZone: string }) {
  const { ids, arms, switchedOff } = story;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Who this is
        </Text>
        <dl className="larder-facts">
          {ids.map(({ kind, value }) => (
            <div key={`${kind}${value}`}>
              <dt>{kind === 'account' ? 'Customer id' : 'Browser id'}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          {arms.length === 0 ? (
            <div>
              <dt>Side in the draws</dt>
              <dd>{noSideWords(story)}</dd>
            </div>
          ) : (
            arms.map(({ layer, version, arm, at }) => (
              <div key={`${layer}${version}${at}`}>
                <dt>{armOfLayerWords(layer, version)}</dt>
                <dd>
                  {armOfLayerWords(layer, version, arm)}, since {formatInstant(at, timeZone)}
                </dd>
              </div>
            ))
          )}
          <div>
            <dt>Switched off by them</dt>
            <dd>{switchedOffWords(switchedOff)}</dd>
          </div>
        </dl>
      </BlockStack>
    </Card>
  );
}
