import { expect, test } from 'vitest';
import { renderAppBlock } from '../../demo-store/storefront/blocks/render-app-block';
import { REFILLS, shelfExtension as extension, type ShelfProduct, TOP_SELLERS } from './shelf-products';

interface Shop {
  all?: readonly ShelfProduct[];
  frontpage?: readonly ShelfProduct[];
  chosen?: { title: string; products: readonly ShelfProduct[] };
  handles?: readonly string[];
  proxyPath?: string;
  rootUrl?: string;
}

/** The block as Liquid renders it for such a shop, before any script. */
async function render({
  all = [],
  frontpage = [],
  chosen,
  handles,
  proxyPath,
  rootUrl = '/',
}: Shop): Promise<string> {
  const context = {
    routes: { root_url: rootUrl, cart_add_url: '/cart/add', cart_url: '/cart' },
    request: { design_mode: false },
    collections: { all: { products: all }, frontpage: { products: frontpage } },
    all_products: Object.fromEntries([...TOP_SELLERS, ...REFILLS].map((each) => [each.handle, each])),
    app: { metafields: { larder: { top_sellers: { value: handles }, proxy_path: { value: proxyPath } } } },
  };
  const collection = chosen && { ...chosen, products_count: chosen.products.length };
  const page = { template: 'index', designMode: false, context, resource: () => collection ?? null };
  const block = await renderAppBlock(extension, { block: 'refill-shelf', id: 'b1', settings: {} }, page);
  return block?.html ?? '';
}

const titles = (html: string) => [...html.matchAll(/card__title"[^>]*>([^<]*)</g)].map(([, title]) => title);
const heading = (html: string) => /data-larder-heading>([^<]*)</.exec(html)?.[1];
/** What a top seller is called that stands beside refills. */
const label = (html: string) => /data-text-default="([^"]*)"/.exec(html)?.[1];
const names = (products: readonly ShelfProduct[]) => products.map(({ title }) => title);

test("the shop's own top sellers come first, then the merchant's collection, the front page, everything", async () => {
  const html = await render({
    handles: ['cat-food', 'no-longer-there'],
    chosen: { title: 'Pantry', products: REFILLS.slice(0, 1) },
    frontpage: TOP_SELLERS.slice(1, 2),
    all: TOP_SELLERS,
  });
  expect(titles(html)).toEqual(['Cat food', 'Dark roast', 'Oat biscuits', 'Morning blend']);
});

test('only a list that is all top sellers is called one', async () => {
  const handles = REFILLS.map(({ handle }) => handle);
  const whole = await render({ handles, all: TOP_SELLERS });
  expect([heading(whole), label(whole)]).toEqual(['Top sellers', 'Top seller']);
  const filledUp = await render({ handles: handles.slice(0, 2), all: TOP_SELLERS });
  expect([heading(filledUp), label(filledUp)]).toEqual(['From our shelves', 'From our shelves']);
});

test("a collection of the merchant's gives the shelf its name", async () => {
  const html = await render({ chosen: { title: 'Pantry & bath', products: REFILLS }, all: TOP_SELLERS });
  expect(titles(html)).toEqual(names(REFILLS.slice(0, 4)));
  expect(heading(html)).toBe('Pantry &amp; bath');
});

test('without list and collection nothing is called a top seller', async () => {
  const html = await render({ all: TOP_SELLERS });
  expect(titles(html)).toEqual(names(TOP_SELLERS.slice(0, 4)));
  expect(heading(html)).toBe('From our shelves');
});

test('no product is shown twice, none that is sold out', async () => {
  const all = TOP_SELLERS.map((each, index) => ({ ...each, available: index !== 2 }));
  const html = await render({ frontpage: all.slice(0, 2), all });
  expect(titles(html)).toEqual(names([...TOP_SELLERS.slice(0, 2), ...TOP_SELLERS.slice(3)]));
});

test('a shop without products has no shelf, not even an empty one', async () => {
  expect((await render({})).replace(/<\/?div[^>]*>|\s/g, '')).toBe('');
});

test('the path to the app follows what the app has published, and the language of the page', async () => {
  expect(await render({ all: TOP_SELLERS })).toContain('data-proxy="/apps/larder"');
  expect(await render({ all: TOP_SELLERS, proxyPath: '/a/pantry', rootUrl: '/fr' })).toContain(
    'data-proxy="/fr/a/pantry"',
  );
});

test('titles cannot break out of the page', async () => {
  const html = await render({ all: [{ ...TOP_SELLERS[0]!, title: '<img src=x onerror=alert(1)>"' }] });
  expect(html).not.toContain('<img src=x');
  expect(html).not.toContain('alert(1)>"');
});
