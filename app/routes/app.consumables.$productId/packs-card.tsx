import { BlockStack, Card, Text } from '@shopify/polaris';
import type { ProductEvidence } from '../../refills/forecasts/load-product-evidence.server';
import { multipleWords, unreadSizeWords } from './evidence-words';

/** Pack sizes, how each counts (sizes are one product, size is a multiplier), and how to mend one that cannot be read. */
export function PacksCard({ variants, unreadSize }: Pick<ProductEvidence, 'variants' | 'unreadSize'>) {
  const known = variants.filter((variant) => variant.pack !== null);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Pack sizes
        </Text>
        {unreadSize === null ? null : <UnreadSize finding={unreadSize} />}
        {known.length > 0 ? (
          <>
            <dl className="larder-facts">
              {variants.map(({ title, pack, ...size }) => (
                <div key={title}>
                  <dt>{title}</dt>
                  <dd>{pack === null ? 'size not known' : `${pack}, ${multipleWords(size)}`}</dd>
                </div>
              ))}
            </dl>
            <Text as="p" tone="subdued">
              All sizes count as one product. A larger pack lasts longer, but not in full proportion.
            </Text>
          </>
        ) : unreadSize === null ? (
          <Text as="p" tone="subdued">
            No size was found in the names of its variants, so each pack counts alike.
          </Text>
        ) : null}
      </BlockStack>
    </Card>
  );
}

function UnreadSize({ finding }: { finding: NonNullable<ProductEvidence['unreadSize']> }) {
  return (
    <BlockStack gap="200">
      <Text as="p" tone="caution" fontWeight="semibold">
        {unreadSizeWords(finding)}
      </Text>
      <Text as="p">
        If it has one, write it in Shopify in the title of the variant or the product, like 12 × 500 g, 0.75 l
        or 60 capsules. Or fill in the variant’s unit price: a total amount in weight, volume or items beats
        all titles. If it has none, leave it: nothing is wrong.
      </Text>
    </BlockStack>
  );
}
