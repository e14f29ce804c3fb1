import type { Random } from '../random';
import type { Id, Order, ShopperActs, World } from '../types';
import type { WorldClock } from '../world-clock';
import type { Life } from '../world-snapshot';
import type { Household } from './household';
import type { ShelfStock } from './shelf-stock';
import type { VisitPlan } from './shop-or-not';
import type { Effects } from './true-effects';
import type { Purchase } from './purchase';

/** What the living of an hour needs. */
export interface Living {
  readonly world: World;
  readonly clock: WorldClock;
  readonly stock: ShelfStock;
  readonly effects: Effects;
  readonly acts: ShopperActs;
  readonly embedOn: () => boolean;
  readonly tally: Tally;
  readonly failures: string[];
}

export interface Tally {
  visits: number;
  refillViews: number;
  orders: number;
  offersSeen: number;
  remindersAccepted: number;
}

/** A visit under way. */
export interface Visit {
  readonly plan: VisitPlan;
  readonly random: Random;
  readonly signedIn: boolean;
  shown: ReadonlySet<Id>; // what the shelf offered
}

export interface Purchased {
  readonly household: Household;
  readonly random: Random;
  readonly order: Order;
  readonly signedIn: boolean;
}

/** Households that are still somebody: after an erasure nobody is left to live. */
export function peopleOf(world: World, life: Life): Household[] {
  return life.households.filter(({ customerId }) => Boolean(world.customer(customerId)?.email));
}

export function orderLine({ variantId, quantity, everyDays }: Purchase) {
  return { variantId, quantity, onSubscription: everyDays !== null, ...(everyDays ? { everyDays } : {}) };
}
