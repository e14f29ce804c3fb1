import { idAt } from './mint-ids';

/** Subscription rhythms that the shop offers, in days. */
const PLAN_DAYS: readonly number[] = [14, 28, 42, 56];

/** The selling plan for a rhythm; an unknown rhythm gets the nearest one offered. */
export function sellingPlanFor(days: number): {
  id: string;
  name: string;
  days: number;
} {
  const nearest = PLAN_DAYS.reduce((best, each) =>
    Math.abs(each - days) < Math.abs(best - days) ? each : best,
  );
  return {
    id: idAt('plan', PLAN_DAYS.indexOf(nearest)),
    name: `Deliver every ${nearest / 7} weeks, save 10%`,
    days: nearest,
  };
}

/** Subscribers pay a tenth less. */
export function subscriptionPrice(priceMinor: number): number {
  return Math.round(priceMinor * 0.9);
}
