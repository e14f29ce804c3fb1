import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../test-shop';

let shop: TestShop;

beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

const act = (fields: Record<string, string>) =>
  fetch(`${shop.url}/admin/settings/apps`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
const rename = (prefix: string, subpath: string) => act({ act: 'rename-proxy', prefix, subpath });

it('moves the app proxy where the merchant likes, within what Shopify allows', async () => {
  await shop.install();
  expect(shop.shopify.proxyPath()).toBe('/apps/larder');
  await rename('tools', 'Pantry_1');
  expect(shop.shopify.proxyPath()).toBe('/tools/Pantry_1');
  for (const [prefix, subpath] of [
    ['pages', 'larder'],
    ['apps', ''],
    ['apps', '../admin'],
    ['apps', 'x'.repeat(31)],
  ] as const) {
    await rename(prefix, subpath);
    expect(shop.shopify.proxyPath()).toBe('/tools/Pantry_1');
  }
  const page = await (await fetch(`${shop.url}/admin/settings/apps`)).text();
  expect(page).toContain('/tools/Pantry_1');
});

it('a new installation starts on the declared path', async () => {
  await shop.install();
  await rename('a', 'pantry');
  await act({ act: 'uninstall' });
  expect(shop.shopify.proxyPath()).toBe('/apps/larder');
});
