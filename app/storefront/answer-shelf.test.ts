import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShelfShop, randomId, type ShelfShop } from '../../test/support/shelf-shop';
import { makeTestPorts, type TestPorts } from '../../test/support/test-ports';
import { findKey } from '../shoppers/key-store.server';
import { saveTombstones } from '../orders/tombstone-store.server';
import { linkSignIn } from '../shoppers/link-sign-in.server';
import { saveOptOut } from '../shoppers/opt-out-store.server';
import type { ShopperName } from '../shoppers/shopper-key';
import { answerShelf, type ShelfAnswer } from './answer-shelf.server';

const DAY_MS = 86_400_000;

let ports: TestPorts;
let shop: ShelfShop;
let views = 0;

beforeEach(async () => {
  ports = await makeTestPorts();
  shop = await openShelfShop(ports);
  await shop.stock(1n);
  await shop.stock(2n);
});

afterEach(() => ports.close());

interface Who {
  browser?: ShopperName;
  account?: ShopperName;
  view?: string;
}

function ask({ browser, account, view = randomId(++views) }: Who): Promise<ShelfAnswer> {
  return answerShelf(ports, {
    url: shop.url('/proxy/shelf', { v: '1', visitor: browser?.value ?? '', view }, account),
  });
}

async function reasonFor(who: Who): Promise<string> {
  const { decision } = await ask(who);
  return decision?.kind === 'default' ? decision.reason : (decision?.kind ?? 'refused');
}

function handlesIn(answer: ShelfAnswer): readonly string[] {
  return [...(answer.body ?? '').matchAll(/all_products\['([^']+)'\]/g)].map((match) => match[1] ?? '');
}

describe('refills', () => {
  it('are shown to a recognised browser, as Liquid that nobody may keep', async () => {
    const browser = shop.shopperIn('treated', 'browser');
    await shop.forecast(browser, 1n);
    const answer = await ask({ browser });
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({ 'cache-control': 'private, no-store' });
    expect(answer.headers['content-type']).toContain('application/liquid');
    expect(handlesIn(answer)).toEqual(['product-1']);
    const [exposure] = await ports.db.read.prisma.exposure.findMany();
    expect(exposure).toMatchObject({ tactic: 'shelf', arm: 'treated' });
    expect(exposure?.detail).toMatchObject({ items: [{ productId: '1', variantId: '10', purchases: 2 }] });
  });

  it('are shown to a signed-in account on a browser without an id', async () => {
    const account = shop.shopperIn('treated', 'account');
    await shop.forecast(account, 2n);
    expect(handlesIn(await ask({ account }))).toEqual(['product-2']);
  });

  it('offer another size when the one bought last is gone', async () => {
    const browser = shop.shopperIn('treated', 'browser');
    await shop.forecast(browser, 1n, { variantId: 777n });
    expect((await ask({ browser })).body).toContain("id == '10'");
  });
});

describe('the default stays, nothing is exposed', () => {
  const browser = { kind: 'browser', value: randomId('someone') } as const;

  it.each([
    ['unknown-visitor', async () => undefined],
    ['nothing-due', () => shop.forecast(browser, 1n, { windowFromOn: shop.todayOn + 1 })],
    ['no-recent-consumable', () => shop.forecast(browser, 1n, { expiresOn: shop.todayOn - 1 })],
    [
      'no-recent-consumable',
      async () => {
        await shop.forecast(browser, 1n);
        await ports.db.write((tx) => tx.prisma.consumable.updateMany({ data: { holds: false } }));
      },
    ],
    [
      'out-of-stock',
      async () => {
        await shop.forecast(browser, 1n);
        await ports.db.write((tx) =>
          tx.prisma.product.updateMany({ data: { deletedAt: ports.clock.now() } }),
        );
      },
    ],
    ['no-recent-consumable', () => shop.forecast(browser, 404n)],
    [
      'sensitive',
      async () => {
        await shop.stock(3n, { isSensitive: true });
        await shop.forecast(browser, 3n);
      },
    ],
    [
      'switched-off',
      async () => {
        await shop.forecast(browser, 1n);
        await ports.db.write((tx) => tx.prisma.tactic.updateMany({ data: { state: 'paused' } }));
      },
    ],
    [
      'opted-out',
      async () => {
        await shop.forecast(browser, 1n);
        const key = await findKey(ports.db.read, { shopId: shop.id, ...browser });
        const scope = { shopId: shop.id, keyId: key?.id ?? 0, scope: 'all', at: ports.clock.now() } as const;
        await ports.db.write((tx) => saveOptOut(tx, scope));
      },
    ],
  ])('%s', async (reason, prepare) => {
    await prepare();
    expect(await reasonFor({ browser })).toBe(reason);
    expect(await ports.db.read.prisma.exposure.count()).toBe(0);
    expect(await ports.db.read.prisma.assignment.count()).toBe(0);
  });

  it('error: a shelf without its layer', async () => {
    await shop.forecast(browser, 1n);
    await ports.db.write((tx) => tx.prisma.layer.deleteMany());
    const answer = await ask({ browser });
    expect(answer).toMatchObject({ status: 204, decision: { reason: 'error' } });
  });
});

describe('arms', () => {
  it.each(['control', 'holdout'] as const)('%s: exposed like everyone, shown nothing, ever', async (arm) => {
    const browser = shop.shopperIn(arm, 'browser');
    await shop.forecast(browser, 1n);
    for (let day = 0; day < 3; day += 1) {
      expect(await ask({ browser })).toMatchObject({
        status: 204,
        decision: { kind: 'default', reason: arm },
      });
      ports.clock.advance(DAY_MS);
    }
    expect(await ports.db.read.prisma.exposure.count({ where: { arm } })).toBe(3);
    expect(await reasonFor({ browser })).toBe('capped');
  });

  it('a held-out account stays held out on every browser it signs in with', async () => {
    const account = shop.shopperIn('holdout', 'account');
    await shop.forecast(account, 1n);
    expect(await reasonFor({ account })).toBe('holdout');
    for (let n = 0; n < 2; n += 1) {
      const browser = shop.shopperIn('treated', 'browser', n);
      expect(await reasonFor({ account, browser })).toBe('holdout');
      await shop.forecast(browser, 2n);
    }
    ports.clock.advance(8 * DAY_MS);
    expect(await reasonFor({ browser: shop.shopperIn('treated', 'browser', 0) })).toBe('holdout');
  });

  it('a page view counts once and answers alike', async () => {
    const browser = shop.shopperIn('treated', 'browser');
    await shop.forecast(browser, 1n);
    const view = randomId('one-view');
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask({ browser, view })));
    expect(answers.every((answer) => answer.status === 200)).toBe(true);
    expect(await ports.db.read.prisma.exposure.count()).toBe(1);
  });

  it('a page view of somebody else opens nothing', async () => {
    const [mine, other] = [shop.shopperIn('treated', 'browser', 0), shop.shopperIn('control', 'browser', 0)];
    await shop.forecast(mine, 1n);
    await shop.forecast(other, 2n);
    const view = randomId('theirs');
    await ask({ browser: mine, view });
    expect(await reasonFor({ browser: other, view })).toBe('unknown-visitor');
  });

  it('the fourth view in a week falls back, over all browsers of the account', async () => {
    const account = shop.shopperIn('treated', 'account');
    await shop.forecast(account, 1n);
    const browsers = [0, 1, 2, 3, 4, 5].map((n) => shop.shopperIn('treated', 'browser', n));
    const reasons = await Promise.all(browsers.map((browser) => reasonFor({ account, browser })));
    expect(reasons.filter((reason) => reason === 'refills')).toHaveLength(3);
    expect(reasons.filter((reason) => reason === 'capped')).toHaveLength(3);
  });
});

describe('two people on one browser', () => {
  const link = (account: ShopperName, browser: ShopperName) =>
    linkSignIn(ports, { shopId: shop.id, account, browser, at: ports.clock.now() });

  it('see their own things when signed in, and nothing of either when not', async () => {
    const browser = shop.shopperIn('treated', 'browser');
    const [first, other] = [shop.shopperIn('treated', 'account', 0), shop.shopperIn('treated', 'account', 1)];
    await shop.stock(3n);
    await shop.forecast(first, 1n);
    await shop.forecast(other, 2n);
    await shop.forecast(browser, 3n);
    await link(first, browser);
    expect(handlesIn(await ask({ account: first, browser }))).toEqual(['product-1', 'product-3']);
    expect(handlesIn(await ask({ browser }))).toEqual(['product-3']);
    expect(handlesIn(await ask({ account: other, browser }))).toEqual(['product-2']);
    expect(await reasonFor({ browser })).toBe('unknown-visitor');
    expect(handlesIn(await ask({ account: first, browser }))).toEqual(['product-1']);
  });

  it('a second sign-in is remembered even when there was nothing to show', async () => {
    const browser = shop.shopperIn('treated', 'browser');
    await shop.forecast(browser, 1n);
    const [first, other] = [shop.shopperIn('treated', 'account', 0), shop.shopperIn('treated', 'account', 1)];
    await link(first, browser);
    expect(await reasonFor({ account: other, browser })).toBe('unknown-visitor');
    expect(await reasonFor({ browser })).toBe('unknown-visitor');
    expect(await ports.db.read.prisma.exposure.count()).toBe(0);
  });

  it('an email typed at checkout opens nothing: only what this browser bought is shown', async () => {
    const victim = shop.shopperIn('treated', 'account');
    const browser = shop.shopperIn('treated', 'browser');
    await shop.forecast(victim, 1n);
    await shop.forecast(browser, 2n);
    await link(victim, browser);
    expect(handlesIn(await ask({ browser }))).toEqual(['product-2']);
  });
});

describe('who looks leaves no person behind', () => {
  const keys = () => ports.db.read.prisma.shopperKey.count();

  it('not with a hundred browsers nobody has heard of', async () => {
    for (let n = 0; n < 100; n += 1)
      await ask({ browser: { kind: 'browser', value: randomId(`invented-${n}`) } });
    expect(await keys()).toBe(0);
  });

  it('not as two strangers, a customer without an order on a browser without one', async () => {
    const [account, browser] = [shop.shopperIn('treated', 'account'), shop.shopperIn('treated', 'browser')];
    expect(await reasonFor({ account, browser })).toBe('unknown-visitor');
    expect(await keys()).toBe(0);
  });

  it('a customer brings a few browsers by sign-in, whatever is invented at once', async () => {
    const account = shop.shopperIn('treated', 'account');
    await shop.forecast(account, 1n);
    const browsers = Array.from({ length: 60 }, (_, n) => shop.shopperIn('treated', 'browser', n));
    await Promise.all(browsers.map((browser) => ask({ account, browser })));
    expect(await keys()).toBe(11);
  });

  it('an erased customer who signs in on another’s browser stays forgotten', async () => {
    const [erased, browser] = [shop.shopperIn('treated', 'account'), shop.shopperIn('treated', 'browser')];
    await shop.forecast(browser, 1n);
    const { apiSecret: secret } = ports.config;
    await ports.db.write((tx) =>
      saveTombstones(tx, {
        secret,
        shopId: shop.id,
        erased: [{ kind: 'customer', value: erased.value }],
        erasedAt: ports.clock.now(),
      }),
    );
    await ask({ account: erased, browser });
    expect(await ports.db.read.prisma.shopperKey.count({ where: { kind: 'account' } })).toBe(0);
  });
});

describe('refused, nothing stored', () => {
  const visitor = randomId('someone');

  it.each([
    ['unsigned', 401, (url: URL) => url.searchParams.delete('signature')],
    ['tampered', 401, (url: URL) => url.searchParams.set('logged_in_customer_id', '7')],
    ['stale', 401, () => ports.clock.advance(120_000)],
  ])('%s', async (_name, status, spoil) => {
    const url = shop.url('/proxy/shelf', { v: '1', visitor, view: randomId('v') });
    spoil(url);
    expect(await answerShelf(ports, { url })).toMatchObject({ status, decision: null });
    expect(await ports.db.read.prisma.shopperKey.count()).toBe(0);
  });

  it('a shop without Larder', async () => {
    const url = shop.url('/proxy/shelf', { v: '1', visitor, view: randomId('v') });
    await ports.db.write((tx) => tx.prisma.shop.updateMany({ data: { uninstalledAt: ports.clock.now() } }));
    expect((await answerShelf(ports, { url })).status).toBe(401);
  });

  it.each([
    ['a malformed visitor', { visitor: 'x', view: randomId('v'), v: '1' }],
    ['a malformed view', { visitor, view: "'; --", v: '1' }],
    ['no view', { visitor, v: '1' }],
    ['another version', { visitor, view: randomId('v'), v: '2' }],
    ['a parameter of others', { visitor, view: randomId('v'), v: '1', gclid: 'x' }],
    [
      'a parameter that holds another',
      { visitor, view: randomId('v'), v: '1', b: 'logged_in_customer_id=5' },
    ],
  ])('%s', async (_name, query) => {
    const answer = await answerShelf(ports, {
      url: shop.url('/proxy/shelf', query),
    });
    expect(answer).toMatchObject({ status: 400, decision: null });
  });
});
