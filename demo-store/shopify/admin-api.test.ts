import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Order } from '../world/types';
import { openTestShop, type TestShop } from './test-shop';

const DAY_MS = 24 * 3600 * 1000;

let shop: TestShop;
let token: string;
let long: Order;

beforeAll(async () => {
  shop = await openTestShop({ DEMO_THROTTLE_BUCKET: '100000' });
  token = await shop.install();
  const variants = shop.world.products().flatMap((product) => product.variants);
  const lines = Array.from({ length: 120 }, (_, index) => ({
    variantId: variants[index % variants.length]?.id ?? '',
    quantity: index + 1,
  }));
  long = shop.world.placeOrder({
    customerId: null,
    email: 'long@example.test',
    checkoutToken: 'c0ffee',
    lines,
    customAttributes: [{ key: '__larder_visitor', value: 'abc' }],
  });
});
afterAll(() => shop.close());

async function data<T>(query: string, variables?: Record<string, unknown>): Promise<T> {
  const answer = await shop.graphql(token, query, variables);
  expect(answer.errors).toBeUndefined();
  return answer.data;
}

interface Page<T> {
  nodes: T[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

describe('the Admin API', () => {
  it('refuses an unknown token as Shopify does', async () => {
    const answer = await shop.graphql('shpat_unknown', '{ shop { name } }');
    expect(answer.status).toBe(401);
    expect(answer.errors).toContain('Invalid API key or access token');
  });

  it("refuses what Shopify's schema does not have", async () => {
    const answer = await shop.graphql(token, '{ orders(first: 1) { nodes { nopeField } } }');
    expect(answer.errors?.[0]?.message).toContain('nopeField');
  });

  it('says so when it cannot answer a field of the schema', async () => {
    const answer = await shop.graphql(token, '{ shop { shopAddress { city } } }');
    expect(answer.errors?.[0]?.message).toBe('The demo store does not answer Shop.shopAddress yet.');
  });

  it('pages through all orders once, oldest first or newest first', async () => {
    const query = `query($after: String, $reverse: Boolean) { orders(first: 7, after: $after, sortKey: CREATED_AT, reverse: $reverse) {
      nodes { id createdAt } pageInfo { hasNextPage endCursor } } }`;
    for (const reverse of [false, true]) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: Page<{ id: string }> = (
          await data<{ orders: Page<{ id: string }> }>(query, { after, reverse })
        ).orders;
        seen.push(...page.nodes.map((node) => node.id));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after);
      expect(seen).toHaveLength(shop.world.orders().length);
      expect(new Set(seen).size).toBe(seen.length);
    }
  });

  it('loses nothing when an order moves to the end while one pages by change', async () => {
    const query = `query($after: String) { orders(first: 5, after: $after, sortKey: UPDATED_AT) {
      nodes { id } pageInfo { hasNextPage endCursor } } }`;
    const first = (await data<{ orders: Page<{ id: string }> }>(query)).orders;
    const moved = first.nodes.at(-1)?.id ?? '';
    shop.world.cancelOrder(moved.split('/').at(-1) ?? '');
    const second = (await data<{ orders: Page<{ id: string }> }>(query, { after: first.pageInfo.endCursor }))
      .orders;
    const everything = (
      await data<{ orders: Page<{ id: string }> }>(
        '{ orders(first: 250, sortKey: UPDATED_AT) { nodes { id } pageInfo { hasNextPage endCursor } } }',
      )
    ).orders.nodes.map((node) => node.id);
    expect(everything.slice(4, 9)).toEqual(second.nodes.map((node) => node.id));
    expect(everything.indexOf(moved)).toBeGreaterThan(9);
  });

  it('serves the lines of a long order in nested pages, with ids beyond 2^53 whole', async () => {
    const query = `query($id: ID!, $after: String) { order(id: $id) { checkoutToken customer { id } customAttributes { key value }
      lineItems(first: 50, after: $after) { nodes { id quantity variant { id product { title } } } pageInfo { hasNextPage endCursor } } } }`;
    const id = `gid://shopify/Order/${long.id}`;
    const quantities: number[] = [];
    let after: string | null = null;
    do {
      const answer: { order: { lineItems: Page<{ quantity: number }> } } = await data(query, { id, after });
      const { lineItems } = answer.order;
      expect(answer.order).toMatchObject({
        checkoutToken: 'c0ffee',
        customer: null,
        customAttributes: [{ key: '__larder_visitor' }],
      });
      quantities.push(...lineItems.nodes.map((line) => line.quantity));
      after = lineItems.pageInfo.hasNextPage ? lineItems.pageInfo.endCursor : null;
    } while (after);
    expect(quantities).toEqual(long.lines.map((line) => line.quantity));
  });

  it('looks up orders, products and variants by their ids, null where there is none', async () => {
    const product = shop.world.products()[0];
    const variant = product?.variants[0];
    const ids = [
      `gid://shopify/Order/${long.id}`,
      `gid://shopify/Product/${product?.id}`,
      `gid://shopify/ProductVariant/${variant?.id}`,
      'gid://shopify/Order/1',
    ];
    const { nodes } = await data<{ nodes: unknown[] }>(
      `query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Order { name } ... on Product { handle } ... on ProductVariant { sku price } } }`,
      { ids },
    );
    expect(nodes).toEqual([
      { id: ids[0], name: long.name },
      { id: ids[1], handle: product?.handle },
      { id: ids[2], sku: variant?.sku, price: expect.stringMatching(/^\d+\.\d\d$/) },
      null,
    ]);
  });

  it('searches as an app does', async () => {
    const count = async (query: string) =>
      (
        await data<{ ordersCount: { count: number } }>(
          'query($query: String) { ordersCount(query: $query) { count } }',
          { query },
        )
      ).ordersCount.count;
    const ids = shop.world
      .orders()
      .slice(0, 3)
      .map((order) => order.id);
    const since = new Date(shop.world.orders()[2]?.createdAt ?? 0).toISOString();
    expect(await count(`id:${ids.join(',')}`)).toBe(3);
    expect(await count(ids.map((id) => `id:${id}`).join(' OR '))).toBe(3);
    expect(await count(`created_at:>='${since}'`)).toBe(shop.world.orders().length - 2);
    expect(await count(`created_at:<'${since}' AND -id:${ids[0]}`)).toBe(1);
    expect(await count(`email:long@example.test test:false`)).toBe(1);
    const answer = await shop.graphql(token, '{ orders(first: 1, query: "colour:red") { nodes { id } } }');
    expect(answer.errors?.[0]?.message).toBe('The demo store does not search by "colour".');
  });

  it("reads a customer's consent", async () => {
    const customer = shop.world.customers()[0];
    expect(
      await data(
        `query($id: ID!) { customer(id: $id) { defaultEmailAddress { emailAddress marketingState } } }`,
        {
          id: `gid://shopify/Customer/${customer?.id}`,
        },
      ),
    ).toEqual({
      customer: {
        defaultEmailAddress: { emailAddress: customer?.email, marketingState: customer?.marketing },
      },
    });
  });

  it("keeps the app's metafields where the storefront reads them", async () => {
    const { currentAppInstallation } = await data<{ currentAppInstallation: { id: string } }>(
      '{ currentAppInstallation { id } }',
    );
    const field = {
      namespace: 'larder',
      key: 'proxy_path',
      type: 'single_line_text_field',
      value: '/apps/larder',
    };
    const mutation = `mutation($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { metafields { key value } userErrors { field code message } } }`;
    const set = (value: object) =>
      data(mutation, { m: [{ ...field, ownerId: currentAppInstallation.id, ...value }] });
    expect(await set({})).toEqual({
      metafieldsSet: { metafields: [{ key: 'proxy_path', value: '/apps/larder' }], userErrors: [] },
    });
    expect(shop.shopify.appMetafields()).toMatchObject([field]);
    expect(await set({ type: 'json', value: '{' })).toMatchObject({
      metafieldsSet: { userErrors: [{ code: 'INVALID_VALUE' }] },
    });
    expect(shop.shopify.appMetafields()).toMatchObject([field]);
  });

  it('counts the cost and throttles when the bucket is empty', async () => {
    const small = await openTestShop({ DEMO_THROTTLE_BUCKET: '50', DEMO_THROTTLE_RESTORE: '1' });
    try {
      const own = await small.install();
      const query = '{ orders(first: 50) { nodes { id lineItems(first: 3) { nodes { id } } } } }';
      const first = await small.graphql(own, query);
      expect(first.extensions.cost.actualQueryCost).toBeLessThanOrEqual(
        first.extensions.cost.requestedQueryCost,
      );
      const later = await Promise.all(Array.from({ length: 5 }, () => small.graphql(own, query)));
      expect(later.flatMap((answer) => answer.errors ?? []).map((error) => error.extensions?.code)).toContain(
        'THROTTLED',
      );
    } finally {
      await small.close();
    }
  });

  it('refuses a query beyond the limit of a single one', async () => {
    const query = `{ orders(first: 250) { nodes { lineItems(first: 250) { nodes { product { variants(first: 250) { nodes { id } } } } } } } }`;
    const answer = await shop.graphql(token, query);
    expect(answer.errors?.[0]?.extensions?.code).toBe('MAX_COST_EXCEEDED');
  });
});

describe('access scopes', () => {
  it('denies types that the merchant did not grant', async () => {
    const strict = await openTestShop({ DEMO_GRANTED_SCOPES: 'read_products' });
    try {
      const own = await strict.install();
      const answer = await strict.graphql(own, '{ shop { name } orders(first: 1) { nodes { id } } }');
      expect(answer.errors?.[0]).toMatchObject({
        message: expect.stringContaining('Access denied for orders field. Required access: `read_orders`'),
        path: ['orders'],
        extensions: { code: 'ACCESS_DENIED' },
      });
    } finally {
      await strict.close();
    }
  });

  it("hides orders older than 60 days of the demo's time without read_all_orders", async () => {
    const limited = await openTestShop({ DEMO_GRANTED_SCOPES: 'read_products,read_orders,read_customers' });
    try {
      const own = await limited.install();
      const { world } = limited;
      const variantId = world.products()[0]?.variants[0]?.id ?? '';
      const order = (daysAgo: number) =>
        world.placeOrder({
          customerId: null,
          email: null,
          checkoutToken: null,
          lines: [{ variantId, quantity: 1 }],
          createdAt: world.now() - daysAgo * DAY_MS,
        });
      const [old, recent] = [order(61), order(59)];
      const answer = await limited.graphql(
        own,
        'query($old: ID!, $recent: ID!) { old: order(id: $old) { id } recent: node(id: $recent) { id } ordersCount { count } }',
        { old: `gid://shopify/Order/${old.id}`, recent: `gid://shopify/Order/${recent.id}` },
      );
      expect(answer.data).toEqual({
        old: null,
        recent: { id: `gid://shopify/Order/${recent.id}` },
        ordersCount: { count: world.orders().length - 1 },
      });
    } finally {
      await limited.close();
    }
  });
});
