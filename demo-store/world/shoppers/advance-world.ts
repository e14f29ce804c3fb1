import { sendParcels } from '../parcels';
import type { ShopperActs, World } from '../types';
import type { WorldClock } from '../world-clock';
import type { Life } from '../world-snapshot';
import { doChores } from './chores';
import { keepShop } from './keep-shop';
import { leaveMail } from './leave-mail';
import type { Living, Tally } from './living';
import { peopleOf } from './living';
import { hourShare, localHour } from './rhythm';
import type { ShelfStock } from './shelf-stock';
import type { Effects } from './true-effects';
import { checkOut, seeThankYou, visitShop } from './visit-shop';

export interface AdvancePlan {
  readonly hours: number;
  readonly acts: ShopperActs;
  /** Moves the app to an instant and waits until nothing is left to do there. */
  readonly stepApp: (nowAt: number) => Promise<unknown>;
  readonly onHour?: (done: number, total: number) => void;
  /** Whether the theme carries the embed that writes the browser id to the cart. Default: it does. */
  readonly embedOn?: () => boolean;
}

/** What the shoppers did. `refillViews` are visits on which the shelf offered refills. */
export interface LifeReport extends Readonly<Tally> {
  readonly hours: number;
  /** What went wrong in the shoppers' browsers. They lived on without it. */
  readonly failures: readonly string[];
}

const HOUR_MS = 3_600_000;

/**
 * Lets hours pass. Each hour the clock moves on, the app follows and becomes idle, then the shoppers live that hour:
 * deliveries, visits, purchases, thank-you pages. At the end the app is given what the last hour brought.
 * @param life null for shoppers without a future: only clock and app move
 */
export async function advanceWorld(
  shop: { world: World; clock: WorldClock; stock: ShelfStock; effects: Effects },
  life: Life | null,
  plan: AdvancePlan,
): Promise<LifeReport> {
  const { clock } = shop;
  const fromAt = clock.now();
  const tally: Tally = { visits: 0, refillViews: 0, orders: 0, offersSeen: 0, remindersAccepted: 0 };
  const failures: string[] = [];
  const living: Living = { ...shop, acts: plan.acts, embedOn: plan.embedOn ?? (() => true), tally, failures };
  for (let hour = 1; hour <= plan.hours; hour += 1) {
    clock.moveTo(fromAt + hour * HOUR_MS);
    await plan.stepApp(clock.now());
    sendParcels(shop.world);
    if (life) await liveHour(living, life);
    plan.onHour?.(hour, plan.hours);
  }
  if (life && plan.hours > 0) await plan.stepApp(clock.now());
  return { hours: plan.hours, ...tally, failures };
}

async function liveHour(living: Living, life: Life): Promise<void> {
  const { world, clock } = living;
  const share = hourShare(localHour(clock.now(), world.shop.timeZone));
  const people = peopleOf(world, life);
  life.chores = doChores(world, life.chores);
  await leaveMail(living, life);
  keepShop(living, life, people, share);
  const visits = await visitShop(living, people, share);
  const purchased = visits.flatMap((visit) => checkOut(living, life, visit));
  const lastOrderAt = purchased.reduce((last, { order }) => Math.max(last, order.createdAt), 0);
  clock.moveTo(lastOrderAt); // nothing that has happened lies ahead of the clock
  await seeThankYou(living, purchased);
}
