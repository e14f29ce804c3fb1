import type { Ports } from '../ports';
import { localMinutes } from '../shops/local-day';
import type { Shop } from '../shops/shop';
import { listInstalledShops } from '../shops/shop-store.server';
import { isOn } from '../tactics/tactic-store.server';
import { findCandidates, orderTimes, type Candidate } from './candidate-store.server';
import { dueAt, MISSED_AFTER_MS } from './due-at';
import { insertWaiting, nextDueAt } from './follow-up-store.server';
import { loadSettings } from './settings-store.server';
import { usualMinutes } from './usual-minutes';

const DAY_MS = 86_400_000;
const CHUNK = 200;
/** Orders that tell when somebody usually shops. */
const TIMES = 12;
/** A moment is noted at least so long before it comes. */
const AHEAD_MS = DAY_MS;
/** A day of the shop and its usual hour lie within so much of the span from an instant. */
const SLACK_MS = 2 * DAY_MS;

type Needs = Pick<Ports, 'db' | 'jobs' | 'clock' | 'random'>;

/** Job `follow-ups.plan`: notes the moment of every order whose email would be due soon, where the tactic is on. */
export async function planFollowUps(ports: Needs): Promise<void> {
  for (const shop of await listInstalledShops(ports.db.read))
    if (await isOn(ports.db.read, shop.id, 'follow-up')) await planShop(ports, shop);
  await scheduleDecisions(ports);
}

async function planShop(ports: Needs, shop: Shop): Promise<void> {
  const now = ports.clock.now();
  const { delayDays } = await loadSettings(ports.db.read, shop.id);
  const from = now.getTime() - delayDays * DAY_MS;
  const fromAt = new Date(from - MISSED_AFTER_MS - SLACK_MS);
  const untilAt = new Date(from + AHEAD_MS + SLACK_MS);
  for (let after = 0n; ;) {
    const chunk = await findCandidates(ports.db.read, shop.id, { fromAt, untilAt, after, take: CHUNK });
    const last = chunk.at(-1);
    if (!last) return;
    after = last.orderId;
    const found: Parameters<typeof insertWaiting>[2][number][] = [];
    for (const order of chunk) {
      const at = dueAt(order, {
        ...{ delayDays, timeZone: shop.timeZone },
        minutes: await usualTime(ports, shop, order),
      });
      // What was missed before it could be noted (the tactic was off, the process was down) was never a moment.
      if (at.getTime() <= now.getTime() - MISSED_AFTER_MS || at.getTime() > now.getTime() + AHEAD_MS)
        continue;
      const { orderId, customerId, placedAt } = order;
      found.push({ id: ports.random.id(), orderId, customerId, placedAt, dueAt: at });
    }
    if (found.length > 0) await ports.db.write((tx) => insertWaiting(tx, shop.id, found));
  }
}

async function usualTime(ports: Needs, shop: Shop, { customerId }: Candidate): Promise<number> {
  const times = await orderTimes(ports.db.read, shop.id, customerId, TIMES);
  return usualMinutes(times.map((at) => localMinutes(at, shop.timeZone)));
}

/** Looks again when the next moment comes. */
export async function scheduleDecisions(ports: Pick<Ports, 'db' | 'jobs'>): Promise<void> {
  await ports.db.write(async (tx) => {
    const at = await nextDueAt(tx);
    if (at) await ports.jobs.enqueue(tx, { kind: 'follow-ups.decide', key: 'due', dueAt: at });
  });
}
