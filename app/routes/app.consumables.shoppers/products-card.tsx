import { BlockStack, Card, Collapsible, Button, Divider, Link, Text } from '@shopify/polaris';
import { Fragment, useState } from 'react';
import type { ShopperProduct } from '../../overview/explain-shopper.server';
import { Timeline } from '../../ui/charts/timeline';
import { countOf, formatDay, formatShare, formatShortDay } from '../../ui/format-values';
import { evidenceWords, outlookWords, stockUpWords } from './story-words';

interface ProductsCardProps {
  readonly title: string;
  readonly products: readonly ShopperProduct[];
  /** `YYYY-MM-DD` */
  readonly today: string;
}

const SHOWN = 3;

/** What one way of knowing the person says: likeliest first. */
export function ProductsCard({ title, products, today }: ProductsCardProps) {
  const [isOpen, setOpen] = useState(false);
  const rest = products.slice(SHOWN);
  const list = (some: readonly ShopperProduct[], isFirst: boolean) =>
    some.map((product, i) => (
      <Fragment key={product.productId}>
        {i > 0 || !isFirst ? <Divider /> : null}
        <Product product={product} today={today} />
      </Fragment>
    ));
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {list(products.slice(0, SHOWN), true)}
        {rest.length > 0 ? (
          <>
            <Collapsible open={isOpen} id={`rest-${products[0]?.productId}`}>
              <BlockStack gap="400">{list(rest, false)}</BlockStack>
            </Collapsible>
            <Button
              onClick={() => setOpen(!isOpen)}
              ariaExpanded={isOpen}
              ariaControls={`rest-${products[0]?.productId}`}
            >
              {isOpen ? 'Show fewer' : `Show ${countOf(rest.length, 'more product', 'more products')}`}
            </Button>
          </>
        ) : null}
      </BlockStack>
    </Card>
  );
}

const dayOf = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const isoOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

function Product({ product, today }: { product: ShopperProduct; today: string }) {
  const { productId, title, purchases, next, buyer } = product;
  const packs = (purchase: ShopperProduct['purchases'][number]) =>
    `${countOf(purchase.quantity, 'pack')}${purchase.isSubscription ? ', by subscription' : ''}`;
  return (
    <BlockStack gap="300">
      <Timeline
        title={title}
        description={outlookWords(product, today)}
        events={purchases.map((purchase) => ({
          day: dayOf(purchase.on),
          label: formatDay(purchase.on),
          what: `bought ${packs(purchase)}`,
        }))}
        formatDay={(day) => formatShortDay(isoOf(day))}
        marks={[
          { axis: 'x', at: dayOf(today), label: 'Today' },
          ...(next ? [{ axis: 'x' as const, at: dayOf(next.best), label: 'Best day' }] : []),
        ]}
        spans={next ? [{ from: dayOf(next.from), to: dayOf(next.to), label: 'Window' }] : []}
      />
      {next ? (
        <>
          <dl className="larder-facts">
            {next.chances.map(({ days, chance }) => (
              <div key={days}>
                <dt>Chance of a purchase in the next {days} days</dt>
                <dd>{formatShare(chance)}</dd>
              </div>
            ))}
            <div>
              <dt>Dropped as stale after</dt>
              <dd>{formatDay(next.expires)}</dd>
            </div>
          </dl>
          <Text as="p">
            {evidenceWords(next.evidence, buyer)} {stockUpWords(next.evidence.stockUpFactor)}
          </Text>
        </>
      ) : null}
      <Link url={`/app/consumables/${productId}`}>What is known of {title}</Link>
    </BlockStack>
  );
}
