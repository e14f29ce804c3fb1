import { BlockStack, Card, DescriptionList, InlineStack, Link, Text } from '@shopify/polaris';
import { formatDay } from '../../ui/format-values';

interface ShopFactsProps {
  readonly domain: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly proxyPath: string;
  /** Comma separated, as Shopify writes them. */
  readonly scopes: string;
  /** ISO instant of the oldest order that Shopify lets us see; null for all. */
  readonly since: string | null;
}

const SCOPES: Readonly<Record<string, string>> = {
  read_products: 'Read products',
  read_orders: 'Read orders',
  read_all_orders: 'Read orders older than 60 days',
  write_discounts: 'Make discount codes for the two-week email',
  read_customers: 'Read customers',
  write_app_proxy: 'Answer on your storefront',
};

export function ShopFacts({ domain, currency, timeZone, proxyPath, scopes, since }: ShopFactsProps) {
  const granted = scopes
    .split(',')
    .map((scope) => scope.trim())
    .filter((scope) => scope !== '');
  const seesAll = granted.includes('read_all_orders');
  return (
    <Card>
      <DescriptionList
        gap="tight"
        items={[
          { term: 'Shop', description: domain },
          { term: 'Currency', description: currency },
          { term: 'Time zone', description: timeZone },
          {
            term: 'Order history',
            description: (
              <InlineStack gap="200">
                <Text as="span">
                  {seesAll || since === null ? 'All orders' : `Orders since ${formatDay(since.slice(0, 10))}`}
                </Text>
                <Link url="/app/history">Older orders</Link>
              </InlineStack>
            ),
          },
          { term: 'Address on your storefront', description: `https://${domain}${proxyPath}` },
          {
            term: 'Permissions',
            description: (
              <BlockStack>
                {granted.map((scope) => (
                  <Text as="span" key={scope}>
                    {SCOPES[scope] ?? scope}
                  </Text>
                ))}
              </BlockStack>
            ),
          },
        ]}
      />
    </Card>
  );
}
