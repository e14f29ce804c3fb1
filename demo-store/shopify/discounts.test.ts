import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from './test-shop';

const CREATE = `mutation Create($input: DiscountCodeBasicInput!) {
  discountCodeBasicCreate(basicCodeDiscount: $input) {
    codeDiscountNode { id codeDiscount { ... on DiscountCodeBasic {
      title status startsAt endsAt usageLimit appliesOncePerCustomer asyncUsageCount
      codes(first: 1) { nodes { code asyncUsageCount } }
      context { ... on DiscountCustomers { customers { id } } ... on DiscountBuyerSelectionAll { all } }
      customerGets { value { ... on DiscountPercentage { percentage } ... on DiscountAmount { amount { amount currencyCode } appliesOnEachItem } } }
    } } }
    userErrors { field code message }
  }
}`;
const BY_CODE = `query ByCode($code: String!) { codeDiscountNodeByCode(code: $code) { id codeDiscount { ... on DiscountCodeBasic { asyncUsageCount status } } } }`;
const DELETE = `mutation Delete($id: ID!) { discountCodeDelete(id: $id) { deletedCodeDiscountId userErrors { field code message } } }`;
const CONSENT = `mutation Consent($input: CustomerEmailMarketingConsentUpdateInput!) {
  customerEmailMarketingConsentUpdate(input: $input) { customer { id defaultEmailAddress { marketingState } } userErrors { field code message } } }`;
const HOUR_MS = 3_600_000;

let shop: TestShop;
let token: string;
let customerId: string;
beforeAll(async () => {
  shop = await openTestShop();
  token = await shop.install();
  customerId = `gid://shopify/Customer/${shop.world.customers()[0]?.id}`;
});
afterAll(() => shop.close());

const iso = (offset: number) => new Date(shop.world.now() + offset).toISOString();
const input = (change: object = {}) => ({
  title: 'Thank you',
  code: 'THANKS-AB12',
  startsAt: iso(-HOUR_MS),
  endsAt: iso(HOUR_MS),
  usageLimit: 1,
  appliesOncePerCustomer: true,
  context: { customers: { add: [customerId] } },
  customerGets: { value: { percentage: 0.1 }, items: { all: true } },
  ...change,
});
async function create(change: object = {}) {
  const answer = await shop.graphql(token, CREATE, { input: input(change) });
  expect(answer.errors).toBeUndefined();
  return (
    answer.data as {
      discountCodeBasicCreate: {
        codeDiscountNode: { id: string; codeDiscount: object } | null;
        userErrors: object[];
      };
    }
  ).discountCodeBasicCreate;
}

describe('before the merchant agrees', () => {
  it.each([
    ['discountCodeBasicCreate', 'write_discounts', CREATE, () => ({ input: input() })],
    ['codeDiscountNodeByCode', 'read_discounts', BY_CODE, () => ({ code: 'A' })],
    ['discountCodeDelete', 'write_discounts', DELETE, () => ({ id: 'gid://shopify/DiscountCodeNode/1' })],
    [
      'customerEmailMarketingConsentUpdate',
      'write_customers',
      CONSENT,
      () => ({ input: { customerId, emailMarketingConsent: { marketingState: 'UNSUBSCRIBED' } } }),
    ],
  ])('%s is refused for want of %s', async (field, scope, document, variables) => {
    const answer = await shop.graphql(token, document, variables());
    expect(answer.errors?.[0]).toMatchObject({
      message: expect.stringMatching(new RegExp(`Access denied for ${field} field.*${scope}`)),
      extensions: { code: 'ACCESS_DENIED' },
    });
  });
});

describe('with write_discounts', () => {
  beforeAll(async () => {
    const grant = { grant: ['write_discounts', 'write_customers'] };
    const asked = await fetch(`${shop.url}/admin/app/scopes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(grant),
    });
    expect(((await asked.json()) as { granted: string[] }).granted).toEqual(
      expect.arrayContaining(grant.grant),
    );
  });

  it('makes a code for one customer and one use', async () => {
    const { codeDiscountNode, userErrors } = await create();
    expect(userErrors).toEqual([]);
    expect(codeDiscountNode?.codeDiscount).toMatchObject({
      title: 'Thank you',
      status: 'ACTIVE',
      usageLimit: 1,
      appliesOncePerCustomer: true,
      asyncUsageCount: 0,
      codes: { nodes: [{ code: 'THANKS-AB12', asyncUsageCount: 0 }] },
      context: { customers: [{ id: customerId }] },
      customerGets: { value: { percentage: 0.1 } },
    });
    const found = await shop.graphql(token, BY_CODE, { code: 'thanks-ab12' });
    expect(found.data).toMatchObject({ codeDiscountNodeByCode: { id: codeDiscountNode?.id } });
    const gone = await shop.graphql(token, BY_CODE, { code: 'NONE' });
    expect(gone.data).toEqual({ codeDiscountNodeByCode: null });
  });

  it('makes one of an amount, for everybody, that starts later', async () => {
    const { codeDiscountNode } = await create({
      code: 'FIVE',
      startsAt: iso(HOUR_MS),
      endsAt: null,
      context: { all: 'ALL' },
      customerGets: {
        value: { discountAmount: { amount: '5.00', appliesOnEachItem: false } },
        items: { all: true },
      },
    });
    expect(codeDiscountNode?.codeDiscount).toMatchObject({
      status: 'SCHEDULED',
      endsAt: null,
      context: { all: 'ALL' },
      customerGets: { value: { amount: { amount: '5.00', currencyCode: 'USD' }, appliesOnEachItem: false } },
    });
  });

  it.each([
    ['a code that is taken', {}, 'code', 'TAKEN'],
    ['the same in another case', { code: 'Thanks-Ab12' }, 'code', 'TAKEN'],
    ['no code', { code: '' }, 'code', 'BLANK'],
    ['a long code', { code: 'x'.repeat(256) }, 'code', 'TOO_LONG'],
    ['no title', { title: ' ' }, 'title', 'BLANK'],
    [
      'more than all',
      { customerGets: { value: { percentage: 10 }, items: { all: true } } },
      'percentage',
      'VALUE_OUTSIDE_RANGE',
    ],
    [
      'nothing off',
      { customerGets: { value: { discountAmount: { amount: '0' } }, items: { all: true } } },
      'amount',
      'GREATER_THAN',
    ],
    ['an end before the start', { endsAt: '2020-01-01T00:00:00Z' }, 'endsAt', 'END_DATE_BEFORE_START_DATE'],
    ['no use', { usageLimit: 0 }, 'usageLimit', 'GREATER_THAN'],
    ['nobody', { context: null }, 'context', 'BLANK'],
    ['somebody unknown', { context: { customers: { add: ['gid://shopify/Customer/1'] } } }, 'add', 'INVALID'],
  ])('says what is wrong with %s', async (_what, change, field, code) => {
    const { codeDiscountNode, userErrors } = await create({
      ...(_what === 'a code that is taken' ? {} : { code: 'OTHER' }),
      ...change,
    });
    expect(codeDiscountNode).toBeNull();
    expect(userErrors).toMatchObject([{ field: expect.arrayContaining(['basicCodeDiscount', field]), code }]);
  });

  it('says that it does not know a condition, and drops none', async () => {
    const answer = await shop.graphql(token, CREATE, {
      input: input({ code: 'MIN', minimumRequirement: { subtotal: { greaterThanOrEqualToSubtotal: '20' } } }),
    });
    expect(answer.errors?.[0]?.message).toContain('minimumRequirement');
  });

  it('tells what an order paid with it', async () => {
    const variant = shop.world.products()[0]?.variants[0];
    const order = shop.world.placeOrder({
      customerId: shop.world.customers()[0]?.id ?? null,
      email: null,
      checkoutToken: null,
      discountCode: 'THANKS-AB12',
      lines: [{ variantId: variant?.id ?? '', quantity: 2 }],
    });
    const total = 2 * (variant?.priceMinor ?? 0);
    const off = Math.round(total / 10);
    const money = (minor: number) => ({ shopMoney: { amount: (minor / 100).toFixed(2) } });
    const asked = `query($id: ID!) { order(id: $id) { discountCodes totalDiscountsSet { shopMoney { amount } }
      totalPriceSet { shopMoney { amount } } lineItems(first: 1) { nodes { discountedUnitPriceAfterAllDiscountsSet { shopMoney { amount } } } } } }`;
    const { data } = await shop.graphql(token, asked, { id: `gid://shopify/Order/${order.id}` });
    expect(data).toEqual({
      order: {
        discountCodes: ['THANKS-AB12'],
        totalDiscountsSet: money(off),
        totalPriceSet: money(total - off),
        lineItems: {
          nodes: [{ discountedUnitPriceAfterAllDiscountsSet: money(Math.round((total - off) / 2)) }],
        },
      },
    });
    const found = await shop.graphql(token, BY_CODE, { code: 'THANKS-AB12' });
    expect(found.data).toMatchObject({ codeDiscountNodeByCode: { codeDiscount: { asyncUsageCount: 1 } } });
  });

  it('deletes a code once; then it is free', async () => {
    const found = await shop.graphql(token, BY_CODE, { code: 'FIVE' });
    const { id } = (found.data as { codeDiscountNodeByCode: { id: string } }).codeDiscountNodeByCode;
    const first = await shop.graphql(token, DELETE, { id });
    expect(first.data).toEqual({ discountCodeDelete: { deletedCodeDiscountId: id, userErrors: [] } });
    const second = await shop.graphql(token, DELETE, { id });
    expect(second.data).toMatchObject({
      discountCodeDelete: { deletedCodeDiscountId: null, userErrors: [{ field: ['id'], code: 'INVALID' }] },
    });
    expect((await create({ code: 'FIVE' })).userErrors).toEqual([]);
  });

  it('takes points as everything does', async () => {
    const small = await openTestShop({ DEMO_THROTTLE_BUCKET: '25', DEMO_THROTTLE_RESTORE: '1' });
    try {
      const own = await small.install();
      const answers = await Promise.all(
        Array.from({ length: 4 }, () =>
          small.graphql(own, DELETE, { id: 'gid://shopify/DiscountCodeNode/1' }),
        ),
      );
      expect(
        answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions?.code),
      ).toContain('THROTTLED');
    } finally {
      await small.close();
    }
  });
});

describe('marketing consent', () => {
  const consent = (change: object) =>
    shop.graphql(token, CONSENT, {
      input: { customerId, emailMarketingConsent: { marketingState: 'UNSUBSCRIBED' }, ...change },
    });

  it('is changed for a customer, and told with their orders', async () => {
    const { data } = await consent({});
    expect(data).toEqual({
      customerEmailMarketingConsentUpdate: {
        customer: { id: customerId, defaultEmailAddress: { marketingState: 'UNSUBSCRIBED' } },
        userErrors: [],
      },
    });
    const order = shop.world
      .orders()
      .find((each) => `gid://shopify/Customer/${each.customerId}` === customerId);
    const buyers = `query($ids: [ID!]!) { nodes(ids: $ids) { ... on Order { id email customerLocale
      customer { id defaultEmailAddress { emailAddress marketingState } } } } }`;
    const ids = [`gid://shopify/Order/${order?.id}`, 'gid://shopify/Order/1'];
    const { data: told } = await shop.graphql(token, buyers, { ids });
    expect(told).toMatchObject({
      nodes: [
        { id: ids[0], customer: { id: customerId, defaultEmailAddress: { marketingState: 'UNSUBSCRIBED' } } },
        null,
      ],
    });
  });

  it.each([
    ['an unknown customer', { customerId: 'gid://shopify/Customer/1' }],
    ['a state that apps may not set', { emailMarketingConsent: { marketingState: 'NOT_SUBSCRIBED' } }],
  ])('is refused for %s', async (_what, change) => {
    expect((await consent(change)).data).toMatchObject({
      customerEmailMarketingConsentUpdate: { customer: null, userErrors: [{ code: 'INVALID' }] },
    });
  });
});

describe('fulfilments', () => {
  it('are told by time and status', async () => {
    const order = shop.world.placeOrder({
      customerId: null,
      email: null,
      checkoutToken: null,
      lines: [{ variantId: shop.world.products()[0]?.variants[0]?.id ?? '', quantity: 1 }],
    });
    const asked =
      'query($id: ID!) { order(id: $id) { displayFulfillmentStatus updatedAt fulfillments(first: 10) { createdAt status } } }';
    const ask = async () =>
      (await shop.graphql(token, asked, { id: `gid://shopify/Order/${order.id}` })).data;
    expect(await ask()).toMatchObject({
      order: { displayFulfillmentStatus: 'UNFULFILLED', fulfillments: [] },
    });
    shop.world.fulfilOrder(order.id);
    expect(await ask()).toMatchObject({
      order: { displayFulfillmentStatus: 'FULFILLED', fulfillments: [{ status: 'SUCCESS' }] },
    });
    shop.world.cancelOrder(order.id);
    expect(await ask()).toMatchObject({
      order: { displayFulfillmentStatus: 'UNFULFILLED', fulfillments: [{ status: 'CANCELLED' }] },
    });
  });
});
