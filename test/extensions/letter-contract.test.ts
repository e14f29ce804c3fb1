/** What a letter says of an item is what the shelf on the storefront says of it: same item, same price, same words. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { composeFromTemplate } from '../../app/mail/letter/compose-from-template.server';
import { productAddress } from '../../app/mail/letter/reorder-address';
import { WORDS } from '../../app/mail/letter/templates/words';
import { shelfFragment } from '../../app/storefront/shelf-fragment';
import { exampleFacts, exampleItem } from '../support/example-letters';
import { product, shelfExtension, type ShelfProduct } from './shelf-products';

const shown = (each: ShelfProduct, size: number) => {
  const variant = each.variants[size];
  if (!variant) throw new Error(`${each.title} has no such size`);
  return { each, variant };
};

const CASES = [
  shown(product(21, 'Hand soap', 890), 0),
  shown(product(22, 'House blend', 1350, { sizes: ['250 g', '1 kg'] }), 1),
  shown(product(23, 'Cream by post', 2100, { requiresPlan: true }), 0),
  shown(product(24, 'Tom & Jerry’s <best> tea', 123456), 0),
];

async function onTheShelf({ each, variant }: (typeof CASES)[number]) {
  const html = await shelfExtension.renderText(
    shelfFragment([{ handle: each.handle, variantId: BigInt(variant.id), usualWeeks: null }]),
    { all_products: { [each.handle]: each }, routes: { cart_add_url: '/cart/add' } },
  );
  const { document } = new JSDOM(html).window;
  const said = (name: string) => document.querySelector(`.larder-card__${name}`)?.textContent?.trim();
  return [said('title'), said('detail'), said('price')].filter((words) => words !== '');
}

function inTheLetter({ each, variant }: (typeof CASES)[number]) {
  const item = exampleItem(each.title, {
    variantId: BigInt(variant.id),
    variantTitle: each.has_only_default_variant ? null : variant.title,
    price: (variant.price / 100).toFixed(2),
    requiresSellingPlan: each.requires_selling_plan,
    page: productAddress('corner.example', { handle: each.handle, variantId: BigInt(variant.id) }),
  });
  return new JSDOM(composeFromTemplate('reminder', exampleFacts('reminder', { items: [item] })).html).window
    .document;
}

test.each(CASES)('an item is the same thing in both places: %#', async (item) => {
  const page = inTheLetter(item);
  const column = page.querySelector('[data-id="__react-email-column"]');
  const said = [...(column?.children ?? [])].map((line) => line.textContent);
  const plain = (words: readonly (string | null | undefined)[]) =>
    // The theme writes thousands as the shop's money format says.
    words.map((word) => word?.replace(/,(?=\d{3})/g, ''));
  expect(plain(said)).toEqual(plain(await onTheShelf(item)));
});

test.each(['en.default', 'de', 'fr'])('what must be chosen is called so in both places (%s)', (file) => {
  const path = join(import.meta.dirname, `../../extensions/refill-shelf/locales/${file}.json`);
  const { shelf } = JSON.parse(readFileSync(path, 'utf8')) as { shelf: { choose: string } };
  expect(WORDS[file.slice(0, 2) as 'en' | 'de' | 'fr'].choose).toBe(shelf.choose);
});
