import { BlockStack, Card, Text } from '@shopify/polaris';
import type { VariantEvidence } from '../../refills/load-product-evidence.server';
import { multipleWords } from './evidence-words';

/** Pack sizes, and how each counts: sizes are one product, size is a multiplier. */
export function PacksCard({ variants }: { variants: readonly VariantEvidence[] }) {
  const known = variants.filter((variant) => variant.pack !== null);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Pack sizes
        </Text>
        {known.length === 0 ? (
          <Text as="p" tone="subdued">
            No size was found in the names of its variants, so each pack counts alike.
          </Text>
        ) : (
          <>
            <dl className="larder-facts">
              {variants.map(({ title, pack, multiple }) => (
                <div key={title}>
                  <dt>{title}</dt>
                  <dd>{pack === null ? 'size not known' : `${pack}, ${multipleWords(multiple)}`}</dd>
                </div>
              ))}
            </dl>
            <Text as="p" tone="subdued">
              All sizes count as one product. A larger pack lasts longer, but not in full proportion.
            </Text>
          </>
        )}
      </BlockStack>
    </Card>
  );
}
