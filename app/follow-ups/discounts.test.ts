import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFollowUpWorld, MUG, SCALE, type FollowUpWorld } from '../../test/support/follow-up-world';
import { COFFEE } from '../../test/support/reminder-world';
import { GraphqlRefused, ShopifyUnavailable } from '../shopify/admin-errors';
import { decideFollowUps } from './decide-follow-ups.server';
import { removeDiscount, sweepFollowUps } from './sweep-follow-ups.server';
import { saveSettings } from './settings-store.server';
import type { Discount } from './settings';

const JUST_BEFORE = '2026-11-26T09:00:00Z';
const AFTER = '2026-11-26T11:00:00Z';
const TEN_PERCENT: Discount = { worth: { kind: 'percent', percent: 10 }, days: 14, aMonth: 100 };

interface Made {
  code: string;
  endsAt: string;
  usageLimit: number;
  context: { customers: { add: string[] } };
  customerGets: { value: Record<string, unknown> };
}

let world: FollowUpWorld;
let made: Made[];
let answer: (discount: Made) => unknown;

beforeEach(async () => {
  world = await makeFollowUpWorld();
  made = [];
  answer = ({ code }) => ({
    codeDiscountNode: { id: `gid://shopify/DiscountCodeNode/${code}` },
    userErrors: [],
  });
  world.questions.push([
    'CreateDiscount',
    ({ discount }) => {
      const answered = answer(discount as Made);
      made.push(discount as Made);
      return { discountCodeBasicCreate: answered };
    },
  ]);
  await allow('read_orders,write_discounts');
  await choose(TEN_PERCENT);
});
afterEach(() => world.ports.close());

const allow = (scopes: string) =>
  world.ports.db.write((tx) => tx.prisma.shop.updateMany({ data: { scopes } }));
const choose = (discount: Discount | null) =>
  world.ports.db.write((tx) =>
    saveSettings(tx, world.shop.id, { delayDays: 14, discount }, world.ports.clock.now()),
  );
const jump = (until: string) =>
  world.ports.clock.advance(new Date(until).getTime() - world.ports.clock.now().getTime());
const rows = () => world.ports.db.read.prisma.followUp.findMany({ orderBy: { orderId: 'asc' } });
const texts = () => world.ports.sentMail.map((mail) => mail.text);

async function twoWeeksLater(...customerIds: bigint[]): Promise<void> {
  for (const customerId of customerIds) await world.order({ orderId: customerId, customerId, lines: [MUG] });
  jump(JUST_BEFORE);
  await world.pass(AFTER);
}

describe('a discount', () => {
  it('is made for the buyer alone, once, and stands in the letter and in its links until its last day', async () => {
    await twoWeeksLater(7n);
    expect(made).toMatchObject([
      {
        usageLimit: 1,
        endsAt: '2026-12-11T00:00:00.000Z',
        context: { customers: { add: ['gid://shopify/Customer/7'] } },
        customerGets: { value: { percentage: 0.1 } },
      },
    ]);
    const code = made[0]?.code ?? '';
    expect(code).toMatch(/^[A-Z2-9]{10}$/);
    expect(texts()[0]).toContain(code);
    expect(texts()[0]).toContain('10%');
    expect(texts()[0]).toContain('10 December');
    expect(texts()[0]).toContain(`/discount/${code}?redirect=`);
  });

  it('is an amount in the shop’s money, whatever its smallest unit', async () => {
    await world.ports.db.write((tx) => tx.prisma.shop.updateMany({ data: { currency: 'JPY' } }));
    await choose({ worth: { kind: 'amount', minor: 500 }, days: 14, aMonth: 100 });
    await twoWeeksLater(7n);
    expect(made[0]?.customerGets.value).toEqual({
      discountAmount: { amount: '500', appliesOnEachItem: false },
    });
  });

  it('never goes to whoever bought something that is used up, due or not', async () => {
    await world.order({ orderId: 1n, customerId: 7n, lines: [COFFEE] });
    await world.order({ orderId: 2n, customerId: 8n, lines: [MUG, { ...COFFEE, isSubscription: true }] });
    jump(JUST_BEFORE);
    await world.pass(AFTER);
    expect(await rows()).toMatchObject([{ letter: 'refill' }, { letter: 'discovery', mayDiscount: false }]);
    expect(made).toEqual([]);
  });

  it('never goes to an address that is not the one of the order', async () => {
    world.records.set(7n, 'somebody.else@example.test');
    await twoWeeksLater(7n);
    expect(made).toEqual([]);
    expect(texts()).toHaveLength(1);
  });

  it.each([
    ['no discount is chosen', () => choose(null)],
    ['Shopify gave no permission', () => allow('read_orders')],
  ])('is left out when %s, and the letter goes without', async (_, happen) => {
    await happen();
    await twoWeeksLater(7n);
    expect(made).toEqual([]);
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).not.toContain('/discount/');
  });

  it('never exceeds the month’s budget, and a new month has a new one', async () => {
    await choose({ ...TEN_PERCENT, aMonth: 2 });
    await twoWeeksLater(1n, 2n, 3n, 4n);
    expect(made).toHaveLength(2);
    expect(texts()).toHaveLength(4);
    await world.order({ orderId: 5n, customerId: 5n, lines: [SCALE] });
    jump('2026-12-10T12:30:00Z');
    await world.pass('2026-12-10T14:00:00Z');
    expect(made).toHaveLength(3);
  });

  it('that Shopify refuses is done without, and takes nothing from the budget', async () => {
    answer = () => ({
      codeDiscountNode: null,
      userErrors: [{ code: 'MAX_APP_DISCOUNTS', message: 'Too many' }],
    });
    await twoWeeksLater(7n);
    expect(texts()[0]).not.toContain('/discount/');
    expect(await rows()).toMatchObject([{ discountState: 'not-made', discountMonth: null, state: 'sent' }]);
  });

  it('that may not be asked for is done without', async () => {
    answer = () => {
      throw new GraphqlRefused(['ACCESS_DENIED'], ['no']);
    };
    await twoWeeksLater(7n);
    expect(await rows()).toMatchObject([{ discountState: 'not-made', state: 'sent' }]);
  });

  it('that cannot be made now is waited for, and holds up nobody else’s mail', async () => {
    let failures = 2;
    answer = ({ code, context }) => {
      if (context.customers.add[0]?.endsWith('/7') && failures-- > 0)
        throw new ShopifyUnavailable('throttled');
      return { codeDiscountNode: { id: code }, userErrors: [] };
    };
    await world.order({ orderId: 7n, customerId: 7n, lines: [MUG] });
    await world.order({ orderId: 8n, customerId: 8n, lines: [MUG] });
    jump(JUST_BEFORE);
    await expect(world.pass(AFTER)).rejects.toThrow('throttled');
    expect(texts()).toHaveLength(1);
    await expect(world.pass(AFTER)).rejects.toThrow('throttled');
    await world.pass('2026-11-26T12:00:00Z');
    expect(texts()).toHaveLength(2);
    expect(await world.arms()).toHaveLength(2);
  });

  it('that was made before the process died is found again by its code', async () => {
    const ids = new Map<string, string>();
    answer = ({ code }) => {
      if (ids.has(code)) return { codeDiscountNode: null, userErrors: [{ code: 'TAKEN', message: 'Taken' }] };
      ids.set(code, 'gid://shopify/DiscountCodeNode/1');
      throw new ShopifyUnavailable('the answer never came');
    };
    world.questions.push([
      'DiscountByCode',
      ({ code }) => {
        const id = ids.get(String(code));
        return {
          codeDiscountNodeByCode: id === undefined ? null : { id, codeDiscount: { asyncUsageCount: 0 } },
        };
      },
    ]);
    await world.order({ orderId: 7n, customerId: 7n, lines: [MUG] });
    jump(JUST_BEFORE);
    await expect(world.pass(AFTER)).rejects.toThrow('never came');
    await world.pass('2026-11-26T12:00:00Z');
    expect(ids.size).toBe(1);
    expect(await rows()).toMatchObject([
      { discountState: 'made', discountId: 'gid://shopify/DiscountCodeNode/1', state: 'sent' },
    ]);
  });

  it.each([
    [0, 1],
    [1, 0],
  ])('that ended after %i uses is deleted at Shopify %i times', async (uses, times) => {
    const deleted: unknown[] = [];
    world.questions.push(
      [
        'DiscountByCode',
        () => ({ codeDiscountNodeByCode: { id: 'gid://x/1', codeDiscount: { asyncUsageCount: uses } } }),
      ],
      [
        'DeleteDiscount',
        ({ id }) => {
          deleted.push(id);
          return { discountCodeDelete: { deletedCodeDiscountId: id, userErrors: [] } };
        },
      ],
    );
    await twoWeeksLater(7n);
    await sweepFollowUps(world.ports);
    expect(await rows()).toMatchObject([{ discountState: 'made' }]);
    jump('2026-12-12T10:00:00Z');
    await sweepFollowUps(world.ports);
    await world.ports.runJobs({
      ...world.handlers,
      'follow-ups.decide': decideFollowUps,
      'follow-ups.remove-discount': removeDiscount,
    });
    expect(await rows()).toMatchObject([{ discountState: 'gone' }]);
    expect(deleted).toHaveLength(times);
  });
});
