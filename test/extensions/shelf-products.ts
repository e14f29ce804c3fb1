import { join } from 'node:path';
import { shelfFragment } from '../../app/storefront/shelf-fragment';
import { openThemeExtension } from '../../demo-store/storefront/blocks/theme-extension';

/** Products as Liquid sees them, enough for the shelf's cards. Ids are beyond 2^53, as Shopify's may be. */
export function product(
  number: number,
  title: string,
  priceMinor: number,
  more: { sizes?: string[]; requiresPlan?: boolean } = {},
) {
  const handle = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const url = `/products/${handle}`;
  const hue = (number * 67) % 360;
  const drawing =
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'><rect width='100' height='100' fill='hsl(${hue} 35% 88%)'/>` +
    `<rect x='30' y='24' width='40' height='56' rx='5' fill='hsl(${hue} 40% 45%)'/><rect x='36' y='44' width='28' height='18' fill='white'/></svg>`;
  const variants = (more.sizes ?? ['Default Title']).map((size, index) => ({
    id: `90071992547409${String(number).padStart(2, '0')}${index}`,
    title: size,
    price: priceMinor * (index + 1),
    available: true,
    url: `${url}?variant=${number}${index}`,
    featured_image: null,
    unit_price_measurement: null,
    requires_selling_plan: more.requiresPlan ?? false,
  }));
  return {
    id: `8007199254740${String(number).padStart(3, '0')}`,
    handle,
    title,
    url,
    available: true,
    price: priceMinor,
    price_min: priceMinor,
    price_varies: variants.length > 1,
    requires_selling_plan: more.requiresPlan ?? false,
    has_only_default_variant: variants.length === 1,
    featured_image: {
      src: `data:image/svg+xml,${encodeURIComponent(drawing)}#`,
      alt: title,
      width: 720,
      height: 720,
      aspect_ratio: 1,
    },
    selected_or_first_available_variant: variants[0],
    variants,
  };
}

export type ShelfProduct = ReturnType<typeof product>;

export const TOP_SELLERS = [
  product(1, 'Morning blend', 1250, { sizes: ['250 g', '1 kg'] }),
  product(2, 'Oat biscuits', 420),
  product(
    3,
    'Hand soap with rosemary and an uncommonly long name that needs a second line or even a third',
    890,
  ),
  product(4, 'Tea towel', 1400),
  product(5, 'Washing powder', 1100),
];

export const REFILLS = [
  product(11, 'Dark roast', 1350, { sizes: ['250 g', '1 kg'] }),
  product(12, 'Dishwasher tablets for hard water, unscented', 1799),
  product(13, 'Cat food', 2200),
  product(14, 'Vitamin D', 990),
  product(15, 'Olive oil', 1500),
];

const shop = {
  id: '1',
  domain: 'larder-demo.myshopify.com',
  name: 'Larder demo',
  email: 'shop@example.test',
  currency: 'GBP',
  moneyFormat: '£{{amount}}',
  timeZone: 'Europe/London',
  locale: 'en',
};

/** The theme app extension as a shop in pounds sees it. */
export const shelfExtension = openThemeExtension(
  join(import.meta.dirname, '../../extensions/refill-shelf'),
  shop,
);

/** The app's own answer, rendered as the storefront renders it: the first size of each product. */
export function fragment(products: readonly ShelfProduct[], usualWeeks: number | null = 5): Promise<string> {
  const items = products.map((each) => ({
    handle: each.handle,
    variantId: BigInt(each.variants[0]?.id ?? 0),
    usualWeeks,
  }));
  return shelfExtension.renderText(shelfFragment(items), {
    all_products: Object.fromEntries(products.map((each) => [each.handle, each])),
    routes: { cart_add_url: '/cart/add' },
  });
}
