import { BlockStack, Text } from '@shopify/polaris';
import type { PreviewItem } from '../../tactics/preview-store.server';

/** The shelf in miniature. Prices and styles are the storefront's own. */
export function ShelfPreview({ items }: { items: readonly PreviewItem[] }) {
  return (
    <BlockStack gap="200">
      <div className="larder-preview">
        <p className="larder-preview__heading">Time for a refill?</p>
        <ul className="larder-preview__grid">
          {items.map((item) => (
            <li key={item.title}>
              {item.imageUrl ? (
                <img src={item.imageUrl} alt="" width="120" height="120" loading="lazy" />
              ) : null}
              <span className="larder-preview__title">{item.title}</span>
              <span className="larder-preview__button" aria-hidden="true">
                Buy again
              </span>
            </li>
          ))}
        </ul>
      </div>
      <Text as="p" variant="bodySm" tone="subdued">
        Each shopper sees their own products, at your storefront’s price and in your theme’s style.
      </Text>
    </BlockStack>
  );
}
