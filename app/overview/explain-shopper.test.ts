import { afterEach, beforeEach, expect, it } from 'vitest';
import { addJudged } from '../../test/support/judged-shop';
import { makeTestPorts, makeTestShop, type TestPorts } from '../../test/support/test-ports';
import { loadProductEvidence } from '../refills/forecasts/load-product-evidence.server';
import { rebuildForecasts } from '../refills/forecasts/rebuild-forecasts.server';
import { ensureKey } from '../shoppers/key-store.server';
import { dayToIso, localDay } from '../shops/local-day';
import { explainShopper } from './explain-shopper.server';

let ports: TestPorts;
let shop: Awaited<ReturnType<typeof makeTestShop>>;
let todayOn: number;
const COFFEE = 101n;
const REGULAR = 500n;

beforeEach(async () => {
  ports = await makeTestPorts();
  shop = await makeTestShop(ports);
  todayOn = localDay(ports.clock.now(), shop.timeZone);
  await addJudged(ports, shop.id, [{ productId: COFFEE, title: 'House coffee', isConsumable: true }]);
  await ports.db.write(async (tx) => {
    let line = 1n;
    // Thirty buyers who come back every 30 days; the first of them was last here 25 days ago.
    for (let buyer = 0n; buyer < 30n; buyer += 1n) {
      for (const ago of [115, 85, 55, 25]) {
        const bought = { productId: COFFEE, quantity: 1, unitPriceMinor: 900, isSubscription: false };
        const boughtOn = todayOn - ago - Number(buyer % 5n);
        await tx.prisma.purchase.create({
          data: {
            shopId: shop.id,
            lineId: line,
            orderId: line,
            ...bought,
            boughtOn,
            customerId: REGULAR + buyer,
          },
        });
        line += 1n;
      }
    }
  });
  await ports.runJobs({ 'storefront.publish-top-sellers': async () => undefined });
});
afterEach(() => ports.close());

async function explained() {
  const at = ports.clock.now();
  const key = await ports.db.write((tx) =>
    ensureKey(tx, { shopId: shop.id, kind: 'account', value: `${REGULAR}`, at }),
  );
  return { key, story: () => explainShopper(ports, shop, key.personId) };
}

async function forecast() {
  await rebuildForecasts(ports, { id: 1n, shopId: shop.id, payload: undefined });
}

it('tells which purchases led to a window, and how likely the next one is', async () => {
  await forecast();
  const { story } = await explained();
  const { known, exposures, messages, ids } = await story();
  expect(ids).toEqual([{ kind: 'account', value: `${REGULAR}` }]);
  const [coffee] = known[0]?.products ?? [];
  expect(coffee?.title).toBe('House coffee');
  expect(coffee?.purchases.map((purchase) => purchase.on)).toEqual(
    [115, 85, 55, 25].map((ago) => dayToIso(todayOn - ago)),
  );
  const next = coffee?.next;
  expect(next && next.from <= next.to).toBe(true);
  const chances = next?.chances.map((span) => span.chance) ?? [];
  expect(chances).toHaveLength(3);
  expect([...chances].sort((a, b) => a - b)).toEqual(chances);
  expect(next?.evidence.ownGaps).toBe(3);
  expect([exposures, messages]).toEqual([[], []]);
});

it('tells what was decided, newest first, and nothing of another shop', async () => {
  const { key, story } = await explained();
  const detail = { items: [{ productId: `${COFFEE}` }] };
  await ports.db.write(async (tx) => {
    for (const [i, arm] of ['control', 'treated'].entries()) {
      const at = new Date(ports.clock.now().getTime() + i * 1000);
      const about = { tactic: 'shelf', businessKey: `view-${i}`, keyId: key.id, arm, at, detail };
      await tx.prisma.exposure.create({ data: { shopId: shop.id, ...about } });
    }
    const mail = {
      kind: 'reminder',
      subjectId: 's',
      keyId: key.id,
      state: 'skipped',
      reason: 'bought-again',
    };
    const when = { meantFor: ports.clock.now(), dueAt: ports.clock.now(), createdAt: ports.clock.now() };
    await tx.prisma.message.create({
      data: { id: 'm', shopId: shop.id, businessKey: 'b', ...mail, ...when },
    });
  });
  const { exposures, messages } = await story();
  expect(exposures.map(({ arm, titles }) => [arm, titles])).toEqual([
    ['treated', ['House coffee']],
    ['control', ['House coffee']],
  ]);
  expect(messages).toMatchObject([{ state: 'skipped', reason: 'bought-again' }]);
  const other = await makeTestShop(ports, { domain: 'other.myshopify.com' });
  const elsewhere = await explainShopper(ports, other, key.personId);
  expect([elsewhere.ids, elsewhere.known, elsewhere.exposures]).toEqual([[], [], []]);
});

it('tells whose orders a shared browser carried', async () => {
  const browser = 'abcdefghijklmnopqrstuv';
  const at = ports.clock.now();
  const { key, story } = await explained();
  const bought = {
    shopId: shop.id,
    productId: COFFEE,
    quantity: 1,
    unitPriceMinor: 900,
    isSubscription: false,
  };
  const buy = (id: bigint, customerId: bigint | null) =>
    ports.db.write((tx) =>
      tx.prisma.purchase.create({
        data: { ...bought, lineId: id, orderId: id, boughtOn: todayOn - 20, customerId, browserId: browser },
      }),
    );
  await ports.db.write(async (tx) => {
    const { id } = await ensureKey(tx, { shopId: shop.id, kind: 'browser', value: browser, at });
    await tx.prisma.shopperKey.update({ where: { id }, data: { personId: key.personId } });
  });
  const buyers = async () =>
    (await story()).known.map(({ kind, products }) => [kind, ...products.map((product) => product.buyer)]);
  await buy(9001n, 777n);
  expect(await buyers()).toEqual([
    ['account', 'them'],
    ['browser', 'others'],
  ]);
  await buy(9002n, null);
  await buy(9003n, REGULAR);
  expect(await buyers()).toEqual([
    ['account', 'them'],
    ['browser', 'them-and-others'],
  ]);
});

it('tells who set a reminder uncounted, and that all mail was stopped', async () => {
  const { key, story } = await explained();
  const at = ports.clock.now();
  const own = { shopId: shop.id, keyId: key.id };
  await ports.db.write(async (tx) => {
    await tx.prisma.reminder.create({
      data: {
        ...{ ...own, id: 'r', state: 'active', checkoutToken: 'c', productId: COFFEE, wording: '1' },
        ...{
          remindOn: todayOn + 30,
          offeredOn: todayOn + 30,
          emailHash: 'hash',
          acceptedAt: at,
          outsideAt: at,
        },
      },
    });
    await tx.prisma.optOut.create({ data: { ...own, scope: 'reminder', at } });
    await tx.prisma.suppression.create({
      data: { shopId: shop.id, emailHash: 'hash', scope: 'all', source: 'link', at },
    });
  });
  expect(await story()).toMatchObject({ isUncounted: true, arms: [], switchedOff: ['mail'] });
  expect(JSON.stringify(await story())).not.toContain('hash');
});

it('shows a product’s own evidence and how many shoppers are due', async () => {
  await forecast();
  const evidence = await loadProductEvidence(ports, shop, COFFEE);
  expect(evidence).toMatchObject({
    title: 'House coffee',
    holds: true,
    comeBack: { buyers: 30, repeatBuyers: 30, returns: 90 },
  });
  expect(evidence?.comeBack.quartileDays).toEqual([30, 30, 30]);
  const due = evidence?.due;
  const shoppers =
    (due?.passed ?? 0) + (due?.later ?? 0) + (due?.weeks ?? []).reduce((sum, week) => sum + week.shoppers, 0);
  expect(shoppers).toBe(30);
  expect(await loadProductEvidence(ports, shop, 999n)).toBeNull();
});
