import { Card, Text } from '@shopify/polaris';
import type { ShopperStory } from '../../overview/explain-shopper.server';
import { EmptyNote } from '../../ui/empty-note';
import { DecisionsCard } from './decisions-card';
import { MailsCard } from './mails-card';
import { ProductsCard } from './products-card';
import { WhoCard } from './who-card';

/** Everything Larder knows of one person and did about them. */
export function ShopperView({ story, timeZone }: { story: ShopperStory; timeZone: string }) {
  const { known, today } = story;
  return (
    <>
      <WhoCard story={story} timeZone={timeZone} />
      {known.length === 0 ? (
        <Card>
          <EmptyNote
            title="No consumable bought yet"
            words="Nothing this person bought counts as a consumable, so nothing is forecast for them."
          />
        </Card>
      ) : (
        known.map(({ kind, value, products }) => (
          <ProductsCard
            key={`${kind}${value}`}
            title={
              kind === 'account' ? 'What they may need next' : 'What the orders of one of their browsers say'
            }
            products={products}
            today={today}
          />
        ))
      )}
      <DecisionsCard story={story} timeZone={timeZone} />
      <MailsCard story={story} timeZone={timeZone} />
      <Text as="p" tone="subdued" alignment="center">
        No names and addresses are shown here. Nothing on this page leaves Larder.
      </Text>
    </>
  );
}
