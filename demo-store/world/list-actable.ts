import { randomFrom, seedRandom } from './random';
import { daysLeft, type Household } from './shoppers/household';
import type { Id } from './types';
import type { ShopIndex } from './world-state';

/** Somebody one can act as on the storefront. */
export interface ActablePerson {
  readonly customerId: Id;
  readonly name: string;
  readonly email: string;
  readonly hasAccount: boolean;
  /** The id their browser keeps once they consent; null for those who never do. */
  readonly browserId: string | null;
  readonly orders: number;
  readonly lastOrderAt: number | null;
  readonly isSubscribed: boolean;
  /** Titles of what their cupboard is really low on; nobody but the simulation knows it. */
  readonly runsLow: readonly string[];
}

export function listActable(
  index: ShopIndex,
  households: readonly Household[],
  search: string,
  limit: number,
  at: number,
): ActablePerson[] {
  const wanted = search.trim().toLowerCase();
  const lived = new Map(households.map((household) => [household.customerId, household]));
  const bought = new Map<Id, { orders: number; lastOrderAt: number }>();
  for (const order of index.records.orders) {
    if (!order.customerId || order.test || order.cancelledAt !== null) continue;
    const orders = (bought.get(order.customerId)?.orders ?? 0) + 1;
    bought.set(order.customerId, { orders, lastOrderAt: order.createdAt });
  }
  return index.records.customers
    .flatMap((customer): ActablePerson[] => {
      const { id, email, hasAccount } = customer;
      const name = `${customer.firstName} ${customer.lastName}`.trim();
      if (!email || !`${name} ${email} ${id}`.toLowerCase().includes(wanted)) return [];
      const household = lived.get(id);
      const browserId = household ? household.browserId : browserIdFor(id);
      const { orders = 0, lastOrderAt = null } = bought.get(id) ?? {};
      return [
        {
          customerId: id,
          name,
          email,
          hasAccount,
          browserId,
          orders,
          lastOrderAt,
          isSubscribed: customer.marketing === 'SUBSCRIBED',
          runsLow: household ? lowOn(index, household, at) : [],
        },
      ];
    })
    .sort((a, b) => b.orders - a.orders)
    .slice(0, limit);
}

function lowOn(index: ShopIndex, { needs, leadDays }: Household, at: number): string[] {
  return needs
    .filter((need) => at >= need.startsAt && !need.subscription && daysLeft(need, at) <= leadDays)
    .flatMap(({ productId }) => index.productById.get(productId)?.title ?? []);
}

function browserIdFor(customerId: Id): string {
  return randomFrom(seedRandom(0, `browser of ${customerId}`)).token();
}
