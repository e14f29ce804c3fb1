import { changeWorld } from '../../world/change-world';
import { mintId, noIdsYet } from '../../world/mint-ids';
import { readWorld } from '../../world/read-world';
import type { Customer, Product, Variant, World } from '../../world/types';
import { indexRecords } from '../../world/world-state';

export const NOW = Date.UTC(2026, 10, 20, 15);

/** A shop of three products and two customers, for tests that need no more. */
export interface SmallShop {
  readonly world: World;
  readonly coffee: Product; // two sizes
  readonly soap: Product; // one variant
  readonly soldOut: Product;
  readonly ada: Customer; // has an account
  readonly gus: Customer; // a guest so far
}

/** @param moreTitles further products of one variant each, in stock */
export function openSmallShop(moreTitles: readonly string[] = []): SmallShop {
  const ids = noIdsYet();
  const variant = (title: string, priceMinor: number, stock: number): Variant => ({
    id: mintId(ids, 'variant'),
    title,
    sku: title.toUpperCase(),
    priceMinor,
    compareAtMinor: null,
    stock,
    unitPrice: title === '250 g' ? { quantityValue: 250, quantityUnit: 'G' } : null,
  });
  const product = (handle: string, title: string, variants: Variant[]): Product => ({
    id: mintId(ids, 'product'),
    handle,
    title,
    description: `${title}, described.`,
    productType: 'Pantry',
    vendor: 'Corner',
    tags: [],
    category: null,
    status: 'ACTIVE',
    publishedAt: NOW,
    imagePath: `/images/${handle}.svg`,
    requiresShipping: true,
    isGiftCard: false,
    hasSubscriptionOffer: false,
    variants,
    createdAt: NOW,
    updatedAt: NOW,
  });
  const customer = (firstName: string, hasAccount: boolean): Customer => ({
    id: mintId(ids, 'customer'),
    email: `${firstName.toLowerCase()}@example.test`,
    firstName,
    lastName: 'Lane',
    hasAccount,
    marketing: 'NOT_SUBSCRIBED',
    createdAt: NOW,
    updatedAt: NOW,
  });
  const coffee = product('coffee', 'Coffee "A"', [variant('250 g', 990, 5), variant('1 kg', 3290, 0)]);
  const soap = product('soap', 'Soap', [variant('Default Title', 450, 100)]);
  const soldOut = product('rare-tea', 'Rare Tea', [variant('Default Title', 2000, 0)]);
  const more = moreTitles.map((title, index) =>
    product(`more-${index}`, title, [variant('Default Title', 700, 50)]),
  );
  const ada = customer('Ada', true);
  const gus = customer('Gus', false);
  const shop = {
    id: mintId(ids, 'shop'),
    domain: 'larder-demo.myshopify.com',
    name: 'Small Shop',
    email: 'shop@example.test',
    currency: 'USD',
    moneyFormat: '${{amount}}',
    timeZone: 'America/New_York',
    locale: 'en',
  };
  const index = indexRecords({
    shop,
    products: [coffee, soap, soldOut, ...more],
    customers: [ada, gus],
    orders: [],
    discounts: [],
    ids,
  });
  return {
    world: changeWorld(
      index,
      readWorld(index, () => NOW),
    ),
    coffee,
    soap,
    soldOut,
    ada,
    gus,
  };
}
