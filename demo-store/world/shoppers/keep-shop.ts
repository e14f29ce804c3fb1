import { randomFrom } from '../random';
import type { Life } from '../world-snapshot';
import { dueDeliveries } from './deliver-subscriptions';
import type { Household } from './household';
import type { Living } from './living';
import { orderLine } from './living';
import type { Purchase } from './purchase';
import { oneOfAnything } from './treats';

export const COUNTER_SALES_A_DAY = 1.1;

/** What happens in an hour without anybody visiting: subscriptions are delivered, and somebody buys at the counter. */
export function keepShop(living: Living, life: Life, people: readonly Household[], share: number): void {
  const { world, stock, tally } = living;
  const at = world.now();
  const orders: { household: Household | null; lines: readonly Purchase[]; sourceName: string }[] = [];
  for (const household of people) {
    if (!household.needs.some((need) => need.subscription)) continue;
    const lines = dueDeliveries(household, randomFrom(household.rng), stock, at);
    if (lines.length > 0) orders.push({ household, lines, sourceName: 'subscription_contract' });
  }
  const random = randomFrom(life.rng);
  if (people.length > 0 && random.chance(COUNTER_SALES_A_DAY * share)) {
    orders.push({ household: null, lines: oneOfAnything(random, stock), sourceName: 'pos' });
  }
  for (const { household, lines, sourceName } of orders) {
    if (lines.length === 0) continue;
    world.placeOrder({
      customerId: household?.customerId ?? null,
      email: household?.email ?? null,
      checkoutToken: null,
      lines: lines.map(orderLine),
      sourceName,
    });
    tally.orders += 1;
  }
}
