import { BlockStack, Text } from '@shopify/polaris';
import type { PreviewItem } from '../../tactics/preview-store.server';

/** The shelf in miniature, with the words that shoppers read. Prices and styles are the storefront's own. */
export function ShelfPreview({ items }: { items: readonly PreviewItem[] }) {
  return (
    <BlockStack gap="200">
      <div className="larder-preview">
        <p className="larder-preview__heading">Time for a refill?</p>
        <ul className="larder-preview__grid">
          {items.map((item) => (
            <li key={item.title}>
              <span className="larder-preview__picture">
                {item.imageUrl ? (
                  <img src={item.imageUrl} alt="" width="120" height="120" loading="lazy" />
                ) : null}
                <span className="larder-preview__dismiss" aria-hidden="true">
                  ×
                </span>
                <span className="larder-preview__reason">{reasonOf(item)}</span>
              </span>
              <span className="larder-preview__title">{item.title}</span>
              <span className="larder-preview__button" aria-hidden="true">
                {item.requiresSellingPlan ? 'Choose' : 'Buy again'}
              </span>
            </li>
          ))}
        </ul>
        <span className="larder-preview__clear" aria-hidden="true">
          Not you? Clear this list
        </span>
      </div>
      <Text as="p" variant="bodySm" tone="subdued">
        Each shopper sees their own products, at your storefront’s price and in your theme’s style. The ×
        stands for “Not for me”.
      </Text>
    </BlockStack>
  );
}

function reasonOf({ usualWeeks }: PreviewItem): string {
  if (usualWeeks === null) return 'For when it runs out';
  return usualWeeks === 1
    ? 'Often bought again after about a week'
    : `Often bought again after about ${usualWeeks} weeks`;
}
