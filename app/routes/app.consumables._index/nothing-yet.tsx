import { Card } from '@shopify/polaris';
import { EmptyNote } from '../../ui/empty-note';

/** Before there is a verdict on anything. */
export function NothingYet({ isReading }: { isReading: boolean }) {
  return (
    <Card>
      {isReading ? (
        <EmptyNote
          title="Larder is still reading your orders"
          words="Products appear here, with what speaks for and against each, as soon as your history is read."
          action={{ words: 'See progress', url: '/app' }}
        />
      ) : (
        <EmptyNote
          title="Your shop has no products yet"
          words="Add products in Shopify. Larder judges each one as soon as it knows it, and again as orders come in."
          action={{ words: 'Add products', url: 'shopify:admin/products' }}
        />
      )}
    </Card>
  );
}
