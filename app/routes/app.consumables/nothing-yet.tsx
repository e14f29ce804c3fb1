import { Card, EmptyState } from '@shopify/polaris';

/** Before there is a verdict on anything. */
export function NothingYet({ isReading }: { isReading: boolean }) {
  return (
    <Card>
      {isReading ? (
        <EmptyState
          heading="Larder is still reading your orders"
          action={{ content: 'See progress', url: '/app' }}
          image=""
        >
          <p>Products appear here, with what speaks for and against them, as soon as your history is read.</p>
        </EmptyState>
      ) : (
        <EmptyState
          heading="Your shop has no products yet"
          action={{ content: 'Add products', url: 'shopify:admin/products' }}
          image=""
        >
          <p>
            Add products in Shopify. Larder judges each one as soon as it knows it, and again as orders come
            in.
          </p>
        </EmptyState>
      )}
    </Card>
  );
}
