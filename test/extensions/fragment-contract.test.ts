import { expect, test } from 'vitest';
import { shelfFragment } from '../../app/storefront/shelf-fragment';
import { product, shelfExtension as extension } from './shelf-products';

const soap = product(21, 'Hand soap', 890);
const coffee = product(22, 'House blend', 1350, { sizes: ['250 g', '1 kg'] });
const skincare = product(23, 'Cream by post', 2100, { requiresPlan: true });
const context = {
  all_products: { [soap.handle]: soap, [coffee.handle]: coffee, [skincare.handle]: skincare },
  routes: { cart_add_url: '/cart/add' },
};
const refill = (each: typeof soap, size = 0, usualWeeks: number | null = 5) => ({
  handle: each.handle,
  variantId: BigInt(each.variants[size]?.id ?? 0),
  usualWeeks,
});

const rendered = (items: Parameters<typeof shelfFragment>[0]) =>
  extension.renderText(shelfFragment(items), context);
const card = (each: typeof soap) =>
  extension.renderText("{% render 'larder-card', product: product, add_url: '/cart/add' %}", {
    product: each,
  });
/** Elements with their classes and data attributes, in order; only a refill knows weeks. */
const skeleton = (html: string) =>
  [...html.matchAll(/<(\w+)([^>]*)>/g)].map(([, tag, rest = '']) =>
    [tag, ...(rest.match(/class="[^"]*"|data-larder-(?!weeks)\w+/g) ?? [])].join(' '),
  );

test.each([
  ['what is sold once', soap],
  ['what is sold only on a plan', skincare],
])("the app's card of %s is built as the theme's own card is", async (_, each) => {
  const answer = await rendered([refill(each)]);
  expect(skeleton(answer.slice(answer.indexOf('<li')))).toEqual(skeleton(await card(each)));
});

test('what is sold only on a plan is chosen on its page, never added without one', async () => {
  for (const html of [await card(skincare), await rendered([refill(skincare)])]) {
    expect(html).not.toMatch(/<form|<button|data-larder-add/);
    expect(html).toMatch(/<a\s+class="larder-card__add [^>]*href="\/products\/cream-by-post/);
  }
});

test('the rhythm of the product comes along as a number, for the script to word', async () => {
  expect(await rendered([refill(soap, 0, 3)])).toContain('data-larder-weeks="3"');
  expect(await rendered([refill(soap, 0, null)])).toContain('data-larder-weeks="0"');
});

test('the exact size is offered at its own price, ids beyond 2^53 included', async () => {
  const answer = await rendered([refill(coffee, 1)]);
  expect(answer).toContain(`data-larder-add="${coffee.variants[1]?.id}"`);
  expect(answer).toContain('1 kg');
  expect(answer).toContain('£27.00');
  expect(answer.match(/<li/g)).toHaveLength(1);
});

test('what is sold out or no longer there leaves no card', async () => {
  const gone = { handle: 'no-longer-there', variantId: 1n, usualWeeks: null };
  expect(await rendered([gone, { ...refill(soap), variantId: 2n }])).not.toContain('<li');
});
