import type { Purchase } from './purchase';
import type { Random } from '../random';
import type { Id } from '../types';
import type { Household, Need } from './household';
import { DAY_MS, daysLeft, presence, refill } from './household';
import type { Refill, ShelfStock } from './shelf-stock';
import { chooseTreat } from './treats';
import { LETTER_WORKS_DAYS, type Effects } from './true-effects';

/** A household that looks in today, and what it is running low on. */
export interface VisitPlan {
  readonly household: Household;
  readonly low: readonly Need[];
  readonly treat: boolean;
}

export interface Basket {
  readonly lines: readonly Purchase[];
  readonly gift: boolean;
}

const SURE = 0.97;

/**
 * Decides whether a household looks in.
 * @param share part of a day's activity that is being lived (1 for a whole day)
 */
export function planVisit(
  household: Household,
  random: Random,
  at: number,
  share: number,
  effects: Effects,
): VisitPlan | null {
  const here = presence(household, at);
  if (here <= 0) return null;
  const low = household.needs.filter(
    (need) => at >= need.startsAt && !need.subscription && daysLeft(need, at) <= household.leadDays,
  );
  const urge = low.length > 0 ? (0.3 + 0.7 * here) / (1 + household.forgetfulDays) : 0;
  const { letter } = household;
  const isFresh = letter !== null && at - letter.at <= LETTER_WORKS_DAYS * DAY_MS;
  const treats = household.treatsPerDay * here * (isFresh ? effects[letter.kind] : 1);
  const looksIn = 1 - (1 - urge) * (1 - household.browsesPerDay * here) * (1 - treats);
  if (!random.chance(1 - Math.pow(1 - looksIn, share))) return null;
  return { household, low, treat: random.chance(treats / looksIn) };
}

/**
 * Decides what a visit ends with, and lives with it: what is running low is bought here, or elsewhere.
 * @param shown products that the shelf offered on this visit
 * @param stockUp chance of taking more than one pack
 */
export function fillBasket(
  plan: VisitPlan,
  random: Random,
  stock: ShelfStock,
  at: number,
  shown: ReadonlySet<Id>,
  effects: Effects,
  stockUp: number,
): Basket | null {
  const { household } = plan;
  const lines: Purchase[] = [];
  const here = presence(household, at);
  for (const need of plan.low) {
    const reminded = need.remindedAt !== null && at - need.remindedAt <= LETTER_WORKS_DAYS * DAY_MS;
    const onShelf = shown.size > 0 && stock.refills(need.group).some(({ product }) => shown.has(product.id));
    const pull = (onShelf ? effects.shelf : 1) * (reminded ? effects.reminder : 1);
    const buysHere = random.chance(Math.min(SURE, household.loyalty * (0.4 + 0.6 * here) * pull));
    const pack = buysHere ? choosePack(need, random, stock) : null;
    need.remindedAt = null;
    if (pack) lines.push(buyPack(need, pack, random, at, stockUp));
    else refill(need, stock.refill(need.variantId)?.content ?? need.perDay * 30, at);
  }
  if (lines.length > 0) {
    for (const need of household.needs) {
      if (plan.low.includes(need) || need.subscription || at < need.startsAt) continue;
      if (daysLeft(need, at) > household.leadDays + 7 || !random.chance(0.35)) continue;
      const pack = choosePack(need, random, stock);
      if (pack) lines.push(buyPack(need, pack, random, at, stockUp));
    }
  }
  const gift = plan.treat && random.chance(0.3);
  if (plan.treat) lines.push(...chooseTreat(random, stock, gift));
  return lines.length > 0 ? { lines: mergeLines(lines), gift } : null;
}

/** Mostly the usual pack; at times another size, or another product of the same group. */
function choosePack(need: Need, random: Random, stock: ShelfStock): Refill | null {
  const options = stock.refills(need.group);
  if (options.length === 0) return null;
  const draw = random.next();
  const sizes = options.filter(({ product }) => product.id === need.productId);
  if (draw < 0.07) return random.pick(options);
  if (draw < 0.18 && sizes.length > 0) return random.pick(sizes);
  return sizes.find(({ variant }) => variant.id === need.variantId) ?? sizes[0] ?? options[0] ?? null;
}

function buyPack(need: Need, pack: Refill, random: Random, at: number, stockUp: number): Purchase {
  const lastsDays = pack.content / need.perDay;
  const variantId = pack.variant.id;
  if (pack.product.hasSubscriptionOffer && lastsDays < 70 && random.chance(0.02)) {
    Object.assign(need, {
      productId: pack.product.id,
      variantId,
      subscription: { days: lastsDays, lastAt: at },
    });
    refill(need, pack.content, at);
    return { variantId, quantity: 1, everyDays: lastsDays };
  }
  const quantity = random.chance(stockUp) ? random.whole(2, 3) : 1;
  refill(need, pack.content * quantity, at);
  return { variantId, quantity, everyDays: null };
}

function mergeLines(lines: readonly Purchase[]): Purchase[] {
  const merged: Purchase[] = [];
  for (const line of lines) {
    const same = merged.findIndex(
      (other) => other.variantId === line.variantId && !other.everyDays && !line.everyDays,
    );
    const twin = merged[same];
    if (twin) merged[same] = { ...twin, quantity: twin.quantity + line.quantity };
    else merged.push(line);
  }
  return merged;
}
