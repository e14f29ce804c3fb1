import { randomFrom } from '../random';
import type { Random } from '../random';
import type { Life } from '../world-snapshot';
import { drawAftermath } from './chores';
import type { Household } from './household';
import type { Living, Purchased, Visit } from './living';
import { orderLine } from './living';
import { attempt, eachAtOnce } from './several-at-once';
import { fillBasket, planVisit } from './shop-or-not';
import { GIFT_NOTE } from './treats';

const NOT_FOR_ONESELF = 0.1; // how readily one is reminded of something one does not use oneself
export const STOCKS_UP = 0.06;

/** Decides who looks in during an hour, and opens the home page for them. */
export async function visitShop(
  living: Living,
  people: readonly Household[],
  share: number,
): Promise<Visit[]> {
  const { world, acts, failures, tally, effects } = living;
  const at = world.now();
  const visits = people.flatMap((household): Visit[] => {
    const random = randomFrom(household.rng);
    const plan = planVisit(household, random, at, share, effects);
    return plan ? [{ plan, random, signedIn: random.chance(household.signsIn), shown: new Set() }] : [];
  });
  await eachAtOnce(visits, async (visit) => {
    const { browserId, customerId } = visit.plan.household;
    const signedInCustomerId = visit.signedIn ? customerId : null;
    const seen = await attempt(() => acts.visitHome({ browserId, signedInCustomerId }), failures);
    visit.shown = new Set(seen?.refillProductIds);
  });
  tally.visits += visits.length;
  tally.refillViews += visits.filter(({ shown }) => shown.size > 0).length;
  return visits;
}

/** What a visit ends with: often an order, which carries the browser's id where the embed could write it. */
export function checkOut(living: Living, life: Life, visit: Visit): Purchased[] {
  const { world, stock, effects } = living;
  const { household } = visit.plan;
  const { random, signedIn } = visit;
  const basket = fillBasket(visit.plan, random, stock, world.now(), visit.shown, effects, STOCKS_UP);
  if (!basket) return [];
  const browserId = living.embedOn() ? household.browserId : null;
  const order = world.placeOrder({
    customerId: household.customerId,
    email: household.email,
    checkoutToken: Buffer.from(random.token(), 'base64url').toString('hex'),
    cartToken: random.token(),
    lines: basket.lines.map(orderLine),
    customAttributes: [
      ...(basket.gift ? [GIFT_NOTE] : []),
      ...(browserId ? [{ key: '__larder_visitor', value: browserId }] : []),
    ],
    createdAt: afterCheckout(world.now(), random),
  });
  const later = drawAftermath(randomFrom(life.rng), order);
  if (later) life.chores.push(later);
  living.tally.orders += 1;
  return [{ household, random, order, signedIn }];
}

/** A visit comes before its order even where instants are cut to whole seconds. */
function afterCheckout(at: number, random: Random): number {
  return Math.ceil(at / 1000) * 1000 + random.whole(20, 140) * 1000;
}

/** Opens the thank-you pages; at most one reminder is accepted on each. */
export async function seeThankYou(living: Living, purchased: readonly Purchased[]): Promise<void> {
  const { acts, failures, tally } = living;
  await eachAtOnce(purchased, async ({ household, random, order, signedIn }) => {
    const buyer = { signedIn, consents: household.browserId !== null };
    const offer = await attempt(() => acts.seeReminderOffer(order, buyer), failures);
    if (!offer) return;
    tally.offersSeen += 1;
    for (const productId of offer.productIds) {
      const theirs = household.needs.some((need) => need.productId === productId);
      if (!random.chance(household.takesReminders * (theirs ? 1 : NOT_FOR_ONESELF))) continue;
      const accept = () => acts.acceptReminder(order, buyer, productId).then(() => true);
      if (await attempt(accept, failures)) tally.remindersAccepted += 1;
      return;
    }
  });
}
