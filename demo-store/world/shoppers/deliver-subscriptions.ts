import { sellingPlanFor } from '../plans';
import type { Random } from '../random';
import type { Household } from './household';
import { DAY_MS, daysLeft, presence, refill } from './household';
import type { ShelfStock } from './shelf-stock';
import type { Purchase } from './purchase';

const TOO_FULL_DAYS = 40;

/** What is due to subscribers at an instant. Fills their cupboards; at times one skips a delivery, or ends it. */
export function dueDeliveries(
  household: Household,
  random: Random,
  stock: ShelfStock,
  at: number,
): Purchase[] {
  return household.needs.flatMap((need) => {
    const { subscription } = need;
    if (!subscription) return [];
    const { days } = sellingPlanFor(subscription.days);
    if (at < subscription.lastAt + days * DAY_MS) return [];
    subscription.lastAt = at;
    if (presence(household, at) <= 0.2 || random.chance(0.04)) {
      need.subscription = null;
      return [];
    }
    const pack = stock.refills(need.group).find(({ variant }) => variant.id === need.variantId);
    if (!pack || daysLeft(need, at) > TOO_FULL_DAYS) return [];
    refill(need, pack.content, at);
    return [{ variantId: pack.variant.id, quantity: 1, everyDays: days }];
  });
}
