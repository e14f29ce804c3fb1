import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shelfFragment } from '../../app/storefront/shelf-fragment';
import { openThemeExtension } from '../../demo-store/storefront/blocks/theme-extension';
import { product } from './shelf-products';

const extension = openThemeExtension(join(import.meta.dirname, '../../extensions/refill-shelf'), {
  id: '1',
  domain: 'larder-demo.myshopify.com',
  name: 'Larder demo',
  email: 'shop@example.test',
  currency: 'GBP',
  moneyFormat: '£{{amount}}',
  timeZone: 'Europe/London',
  locale: 'en',
});
const soap = product(21, 'Hand soap', 890);
const coffee = product(22, 'House blend', 1350, { sizes: ['250 g', '1 kg'] });
const context = {
  all_products: { [soap.handle]: soap, [coffee.handle]: coffee },
  routes: { cart_add_url: '/cart/add' },
};
const refill = (each: typeof soap, size = 0) => ({
  handle: each.handle,
  variantId: BigInt(each.variants[size]?.id ?? 0),
});

const rendered = (items: Parameters<typeof shelfFragment>[0]) =>
  extension.renderText(shelfFragment(items), context);
/** Elements with their classes and data attributes, in order. */
const skeleton = (html: string) =>
  [...html.matchAll(/<(\w+)([^>]*)>/g)].map(([, tag, rest = '']) =>
    [tag, ...(rest.match(/class="[^"]*"|data-larder-\w+/g) ?? [])].join(' '),
  );

test("the app's card is built as the theme's own card is", async () => {
  const own = await extension.renderText(
    "{% render 'larder-card', product: product, add_url: '/cart/add' %}",
    {
      product: soap,
    },
  );
  const answer = await rendered([refill(soap)]);
  expect(skeleton(answer.slice(answer.indexOf('<li')))).toEqual(skeleton(own));
});

test('the exact size is offered at its own price, ids beyond 2^53 included', async () => {
  const answer = await rendered([refill(coffee, 1)]);
  expect(answer).toContain(`data-larder-add="${coffee.variants[1]?.id}"`);
  expect(answer).toContain('1 kg');
  expect(answer).toContain('£27.00');
  expect(answer.match(/<li/g)).toHaveLength(1);
});

test('what is sold out or no longer there leaves no card', async () => {
  const gone = { handle: 'no-longer-there', variantId: 1n };
  expect(await rendered([gone, { ...refill(soap), variantId: 2n }])).not.toContain('<li');
});
