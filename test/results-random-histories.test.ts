import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eraseCustomer } from '../app/privacy/erase-customer.server';
import { overwriteErased } from '../app/privacy/overwrite-erased.server';
import { loadCounting } from '../app/results/counting/recount-persons.server';
import { rebuildSums } from '../app/results/counting/rebuild-results.server';
import { seededRandom } from '../app/results/statistics/seeded-random';
import { linkSignIn } from '../app/shoppers/link-sign-in.server';
import type { ShopperName } from '../app/shoppers/shopper-key';
import { randomId } from './support/shelf-shop';
import { makeResultsWorld, type PlacedOrder, type ResultsWorld } from './support/results-world';
import { makeTestPorts, type TestPorts } from './support/test-ports';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let ports: TestPorts;
let world: ResultsWorld;

beforeEach(async () => {
  ports = await makeTestPorts({ now: '2026-03-01T09:00:00Z' });
  world = await makeResultsWorld(ports, { holdout: 2000, shelf: 3000, reminder: 3000 });
});
afterEach(() => ports.close());

/** Shoppers who come with shared browsers, sign in, order as guests, send things back; orders arrive late and twice. */
async function live(seed: number, days: number): Promise<void> {
  const random = seededRandom(seed);
  const below = (n: number) => Math.floor(random() * n);
  const account = (): ShopperName => ({ kind: 'account', value: String(100 + below(12)) });
  const browser = (): ShopperName => ({ kind: 'browser', value: randomId(`b${below(15)}`) });
  const placed: PlacedOrder[] = [];
  const late: PlacedOrder[] = [];
  const arrive = async (order: PlacedOrder) => {
    await world.place(order);
    for (let times = 1 + below(2); times > 0; times -= 1) await world.arrive(order.orderId);
  };
  for (let day = 0; day < days; day += 1) {
    for (let act = below(5); act >= 0; act -= 1) {
      ports.clock.advance(below(4) * HOUR_MS);
      const [who, other] = [account(), browser()];
      const checkoutToken = `checkout-${seed}-${day}-${act}`;
      const order: PlacedOrder = {
        orderId: seed * 100_000 + day * 100 + act + 1,
        customerId: below(3) > 0 ? Number(who.value) : null,
        browserId: below(3) > 0 ? other.value : null,
        checkoutToken,
        netMinor: 100 + below(20_000),
        currency: below(9) === 0 ? 'EUR' : 'GBP',
        placedAt: ports.clock.now(),
        productIds: [1 + below(3)],
      };
      switch (below(8)) {
        case 0:
        case 1:
          await world.expose({ tactic: 'shelf', key: below(2) ? who : other });
          break;
        case 2:
          await world.expose({ tactic: 'shelf', key: who, alsoKeys: [other] });
          break;
        case 3: {
          const offeredOn = Math.floor(ports.clock.now().getTime() / DAY_MS) + 10 + below(20);
          const key: ShopperName = below(2) ? { kind: 'checkout', value: checkoutToken } : other;
          const detail = {
            offers: [{ productId: String(1 + below(3)), variantId: '1', quantity: 1, offeredOn }],
          };
          await world.expose({ tactic: 'reminder', key, businessKey: checkoutToken, detail });
          if (below(3) > 0) late.push(order);
          break;
        }
        case 4:
          await linkSignIn(ports, {
            shopId: world.shop.id,
            account: who,
            browser: other,
            at: ports.clock.now(),
          });
          break;
        case 5: {
          const again = placed[below(placed.length)];
          if (again) await arrive({ ...again, netMinor: 0, isCancelled: below(2) === 0 });
          break;
        }
        default:
          placed.push(order);
          if (below(3) === 0) late.push(order);
          else await arrive(order);
      }
    }
    for (const order of late.splice(0, below(3))) await arrive(order);
    if (below(3) === 0) await world.collect();
    await ports.runJobs({
      'results.collect': (_ports, job) => world.collect(job.payload),
      'privacy.overwrite-erased': overwriteErased,
    });
    ports.clock.advance(DAY_MS);
  }
  for (const order of late) await arrive(order);
  await world.collect();
}

async function wrongSums(): Promise<number> {
  const counting = await loadCounting(ports, world.shop.id);
  if (!counting) throw new Error('The shop is gone');
  return rebuildSums(ports, counting);
}

describe.each([1, 2, 3])('a history of shoppers who do as they please (%d)', (seed) => {
  it('is counted alike bit by bit, from the outcomes, and from the raw rows', async () => {
    await live(seed, 45);
    const [outcomes, sums] = [await world.outcomes(), await world.sums()];
    expect(
      outcomes.filter((outcome) => outcome.counts && outcome.convertedOn !== null).length,
    ).toBeGreaterThan(5);
    expect(await wrongSums()).toBe(0);

    await ports.db.write(async ({ prisma }) => {
      await prisma.outcome.deleteMany();
      await prisma.resultSum.deleteMany();
      await prisma.resultCursor.deleteMany();
    });
    await world.collect();
    expect(await world.outcomes()).toEqual(outcomes);
    expect(await world.sums()).toEqual(sums);

    await world.collect({ rebuild: true });
    expect(await world.outcomes()).toEqual(outcomes);
    expect(await world.sums()).toEqual(sums);
  });

  it('keeps its sums when people are erased, and goes on counting the others', async () => {
    await live(seed, 30);
    const sums = await world.sums();
    for (const id of [100, 104, 108]) {
      const payload = { customerId: BigInt(id), emailHash: null, phoneHash: null, orderIds: [] };
      await eraseCustomer(ports, { shopId: world.shop.id, payload });
    }
    expect(await world.sums()).toEqual(sums);
    expect(await wrongSums()).toBe(0);
    const erased = await ports.db.read.prisma.outcome.findMany({ where: { orderId: { not: null } } });
    const keys = await ports.db.read.prisma.shopperKey.findMany({
      where: { kind: 'erased' },
      select: { id: true },
    });
    expect(keys.length).toBeGreaterThan(0);
    expect(erased.filter((row) => keys.some((key) => key.id === row.keyId))).toEqual([]);

    await live(seed + 100, 15);
    expect(await wrongSums()).toBe(0);
    const outcomes = await world.outcomes();
    await world.collect({ rebuild: true });
    expect(await world.outcomes()).toEqual(outcomes);
  });
});
