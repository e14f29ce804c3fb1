import { BlockStack, Card, Text } from '@shopify/polaris';
import type { ProductEvidence } from '../../refills/forecasts/load-product-evidence.server';
import { formatInstant } from '../../ui/format-values';

interface WordsCardProps {
  readonly words: ProductEvidence['words'];
  readonly timeZone: string;
}

/** What the merchant said about the product, the latest first. */
export function WordsCard({ words, timeZone }: WordsCardProps) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Your word
        </Text>
        {words.length === 0 ? (
          <Text as="p" tone="subdued">
            You have not overruled Larder about this product.
          </Text>
        ) : (
          <dl className="larder-facts">
            {words.map(({ says, at }) => (
              <div key={at}>
                <dt>{formatInstant(at, timeZone)}</dt>
                <dd>{says === null ? 'Larder decides' : says ? 'Consumable' : 'Not a consumable'}</dd>
              </div>
            ))}
          </dl>
        )}
      </BlockStack>
    </Card>
  );
}
