import { randomFrom } from "../random";
import type { Random } from "../random";
import type { Id, Order, ShopperActs, World } from "../types";
import type { WorldClock } from "../world-clock";
import type { Life } from "../world-snapshot";
import { doChores, drawAftermath } from "./chores";
import { dueDeliveries } from "./deliver-subscriptions";
import type { Household } from "./household";
import { hourShare, localHour } from "./rhythm";
import type { ShelfStock } from "./shelf-stock";
import type { Effects, Purchase, VisitPlan } from "./shop-or-not";
import { fillBasket, planVisit } from "./shop-or-not";
import { GIFT_NOTE, oneOfAnything } from "./write-history";

export interface AdvancePlan {
  readonly hours: number;
  readonly acts: ShopperActs;
  /** Moves the app to an instant and waits until nothing is left to do there. */
  readonly stepApp: (nowAt: number) => Promise<unknown>;
  readonly onHour?: (done: number, total: number) => void;
  /** Whether the theme carries the embed that writes the browser id to the cart. Default: it does. */
  readonly embedOn?: () => boolean;
}

export interface LifeReport {
  readonly hours: number;
  readonly visits: number;
  /** Visits on which the shelf offered refills. */
  readonly refillViews: number;
  readonly orders: number;
  readonly offersSeen: number;
  readonly remindersAccepted: number;
  /** What went wrong in the shoppers' browsers. They lived on without it. */
  readonly failures: readonly string[];
}

interface Living {
  readonly world: World;
  readonly clock: WorldClock;
  readonly life: Life | null;
  readonly stock: ShelfStock;
  readonly effects: Effects;
}

interface Visit {
  readonly plan: VisitPlan;
  readonly random: Random;
  readonly signedIn: boolean;
  shown: ReadonlySet<Id>;
}

interface Purchased {
  readonly household: Household;
  readonly random: Random;
  readonly order: Order;
  readonly signedIn: boolean;
}

const HOUR_MS = 3_600_000;
const AT_ONCE = 4; // browsers open at the same time
const COUNTER_SALES_A_DAY = 1.1;
const NOT_FOR_ONESELF = 0.1; // takes a reminder for something they do not use themselves

/**
 * Lets hours pass. Each hour the clock moves on, the app follows and becomes idle, then the shoppers live that hour:
 * deliveries, visits, purchases, thank-you pages. At the end the app is given what the last hour brought.
 */
export async function advanceWorld(
  living: Living,
  plan: AdvancePlan,
): Promise<LifeReport> {
  const { clock } = living;
  const fromAt = clock.now();
  const tally = {
    visits: 0,
    refillViews: 0,
    orders: 0,
    offersSeen: 0,
    remindersAccepted: 0,
  };
  const failures: string[] = [];
  for (let hour = 1; hour <= plan.hours; hour += 1) {
    clock.moveTo(Math.max(clock.now(), fromAt + hour * HOUR_MS));
    await plan.stepApp(clock.now());
    if (living.life) await liveHour(living, living.life, plan, tally, failures);
    plan.onHour?.(hour, plan.hours);
  }
  if (living.life && plan.hours > 0) await plan.stepApp(clock.now());
  return { hours: plan.hours, ...tally, failures };
}

type Tally = {
  -readonly [
    name in
      "visits" | "refillViews" | "orders" | "offersSeen" | "remindersAccepted"
  ]: number;
};

async function liveHour(
  living: Living,
  life: Life,
  plan: AdvancePlan,
  tally: Tally,
  failures: string[],
): Promise<void> {
  const { world, clock } = living;
  const share = hourShare(localHour(clock.now(), world.shop.timeZone));
  life.chores = doChores(world, life.chores);
  const before = tally.orders;
  keepShop(living, life, share, tally);
  const visits = await visitShop(living, life, plan, share, failures);
  tally.visits += visits.length;
  tally.refillViews += visits.filter(({ shown }) => shown.size > 0).length;
  const purchased = visits.flatMap((visit) =>
    checkOut(living, life, plan, visit),
  );
  tally.orders += purchased.length;
  if (tally.orders > before)
    clock.moveTo(Math.max(clock.now(), lastOrderAt(world)));
  await eachAtOnce(purchased, async (bought) => {
    const offer = await attempt(
      () => plan.acts.seeReminderOffer(bought.order, bought.signedIn),
      failures,
    );
    if (!offer) return;
    tally.offersSeen += 1;
    const { household, random } = bought;
    for (const productId of offer.productIds) {
      const theirs = household.needs.some(
        (need) => need.productId === productId,
      );
      if (
        !random.chance(
          theirs
            ? household.takesReminders
            : household.takesReminders * NOT_FOR_ONESELF,
        )
      )
        continue;
      const accept = () =>
        plan.acts.acceptReminder(bought.order, bought.signedIn, productId);
      const accepted = await attempt(() => accept().then(() => true), failures);
      if (accepted) tally.remindersAccepted += 1;
      break;
    }
  });
}

/** What happens without anybody visiting: subscriptions and the counter. */
function keepShop(
  { world, stock }: Living,
  life: Life,
  share: number,
  tally: Tally,
): void {
  const at = world.now();
  const orders: {
    household: Household | null;
    lines: Purchase[];
    sourceName: string;
  }[] = [];
  for (const household of life.households) {
    if (!household.needs.some((need) => need.subscription)) continue;
    const lines = dueDeliveries(
      household,
      randomFrom(household.rng),
      stock,
      at,
    );
    if (lines.length > 0)
      orders.push({ household, lines, sourceName: "subscription_contract" });
  }
  const random = randomFrom(life.rng);
  if (random.chance(COUNTER_SALES_A_DAY * share)) {
    orders.push({
      household: null,
      lines: [oneOfAnything(random, stock)],
      sourceName: "pos",
    });
  }
  for (const { household, lines, sourceName } of orders) {
    world.placeOrder({
      customerId: household?.customerId ?? null,
      email: household?.email ?? null,
      checkoutToken: null,
      lines: lines.map(orderLine),
      sourceName,
    });
  }
  tally.orders += orders.length;
}

async function visitShop(
  { world }: Living,
  life: Life,
  plan: AdvancePlan,
  share: number,
  failures: string[],
): Promise<Visit[]> {
  const at = world.now();
  const visits = life.households.flatMap((household): Visit[] => {
    if (world.customer(household.customerId)?.email === null) return []; // erased: nobody is left to live
    const random = randomFrom(household.rng);
    const visit = planVisit(household, random, at, share);
    return visit
      ? [
          {
            plan: visit,
            random,
            signedIn: random.chance(household.signsIn),
            shown: new Set(),
          },
        ]
      : [];
  });
  await eachAtOnce(visits, async (visit) => {
    const { browserId, customerId } = visit.plan.household;
    const signedInCustomerId = visit.signedIn ? customerId : null;
    const seen = await attempt(
      () => plan.acts.visitHome({ browserId, signedInCustomerId }),
      failures,
    );
    visit.shown = new Set(seen?.refillProductIds);
  });
  return visits;
}

function checkOut(
  living: Living,
  life: Life,
  plan: AdvancePlan,
  visit: Visit,
): Purchased[] {
  const { world, stock, effects } = living;
  const { household } = visit.plan;
  const { random, signedIn } = visit;
  const basket = fillBasket(
    visit.plan,
    random,
    stock,
    world.now(),
    visit.shown,
    effects,
    0.06,
  );
  if (!basket) return [];
  const carriesId = household.browserId !== null && (plan.embedOn?.() ?? true);
  const order = world.placeOrder({
    customerId: household.customerId,
    email: household.email,
    checkoutToken: Buffer.from(random.token(), "base64url").toString("hex"),
    cartToken: random.token(),
    lines: basket.lines.map(orderLine),
    customAttributes: [
      ...(basket.gift ? [GIFT_NOTE] : []),
      ...(carriesId
        ? [{ key: "__larder_visitor", value: household.browserId ?? "" }]
        : []),
    ],
    createdAt: afterCheckout(world.now(), random),
  });
  const later = drawAftermath(randomFrom(life.rng), order);
  if (later) life.chores.push(later);
  return [{ household, random, order, signedIn }];
}

/** A visit comes before its order even where instants are cut to whole seconds. */
function afterCheckout(at: number, random: Random): number {
  return Math.ceil(at / 1000) * 1000 + random.whole(20, 140) * 1000;
}

function lastOrderAt(world: World): number {
  return world.orders().at(-1)?.createdAt ?? 0;
}

function orderLine({ variantId, quantity, everyDays }: Purchase) {
  return {
    variantId,
    quantity,
    onSubscription: everyDays !== null,
    ...(everyDays ? { everyDays } : {}),
  };
}

async function attempt<T>(
  act: () => Promise<T>,
  failures: string[],
): Promise<T | null> {
  try {
    return await act();
  } catch (error) {
    failures.push(error instanceof Error ? error.message : String(error));
    return null;
  }
}

async function eachAtOnce<T>(
  items: readonly T[],
  act: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  const work = async () => {
    for (const item of waiting) await act(item);
  };
  await Promise.all(
    Array.from({ length: Math.min(AT_ONCE, items.length) }, work),
  );
}
