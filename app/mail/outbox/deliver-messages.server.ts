import type { Ports } from '../../ports';
import { ShopGone } from '../../shopify/admin-errors';
import { loadShop } from '../../shops/shop-store.server';
import { admitBatch } from '../sending/admit-batch.server';
import { deliverMessage } from './deliver-message.server';
import { fetchBuyers } from './fetch-buyers.server';
import { loadBeside } from './load-beside.server';
import { fetchItemFacts } from './fetch-item-facts.server';
import { takeBackSilentClaims } from './take-back-claims.server';
import { GONE } from './item-facts';
import { findKind, type MailKind } from '../kinds';
import { dueMessages, holdBack, nextDueAt, saveFacts, type DueMessage } from './outbox-store.server';
import { loadPause } from './sending-pause-store.server';

/** Few at a time: what is in flight when the process dies is held and not sent. */
const IN_FLIGHT_MAX = 4;
const BATCH = 20;

type Post = Pick<
  Ports,
  'limits' | 'db' | 'jobs' | 'clock' | 'config' | 'random' | 'admin' | 'mailer' | 'log' | 'seals'
>;

/**
 * Delivers every message that is due: fetches what must be asked outside, checks and claims each in one transaction, hands
 * it over, records the end. At most one mail per business key whatever dies in between.
 * @throws an error after everything that could be delivered was: the job tries the rest again. That a shop is gone comes
 * last, because it ends the job.
 */
export async function deliverMessages(ports: Post, kinds: readonly MailKind[]): Promise<void> {
  await takeBackSilentClaims(ports, kinds);
  const errors: unknown[] = [];
  const taking = new Set<number>();
  // Each is tried once a run, whatever becomes of it.
  for (let after: DueMessage | null = null; ;) {
    const when = { now: ports.clock.now(), wall: ports.clock.wall(), after, take: BATCH };
    const due: readonly DueMessage[] = await dueMessages(ports.db.read, when);
    after = due.at(-1) ?? null;
    if (!after) break;
    const open = await admitBatch(ports, await withoutPaused(ports, due));
    const ready = await fetchFacts(ports, kinds, open, errors);
    errors.push(...(await deliverBatch(ports, kinds, ready, taking)));
  }
  await scheduleDelivery(ports);
  if (errors.length > 0) throw errors.find((error) => !(error instanceof ShopGone)) ?? errors[0];
}

/** What is due of shops whose mail the server refused a moment ago waits with the rest of them. */
async function withoutPaused(
  ports: Pick<Ports, 'db' | 'clock'>,
  due: readonly DueMessage[],
): Promise<readonly DueMessage[]> {
  const paused = new Set<number>();
  for (const shopId of new Set(due.map((message) => message.shopId))) {
    const pause = await loadPause(ports.db.read, shopId);
    if (!pause || pause.nextTryAt <= ports.clock.wall()) continue;
    const { reason, nextTryAt: notBefore } = pause;
    await ports.db.write((tx) => holdBack(tx, shopId, { now: ports.clock.now(), reason, notBefore }));
    paused.add(shopId);
  }
  return due.filter((message) => !paused.has(message.shopId));
}

/**
 * Delivers a batch, few at a time. Until the server has taken one of a shop's mails (`taking`), the shop's go one by one:
 * a server that refuses them hears it from one mail and not from all that are due.
 * @returns what went wrong
 */
async function deliverBatch(
  ports: Post,
  kinds: readonly MailKind[],
  batch: readonly DueMessage[],
  taking: Set<number>,
): Promise<readonly unknown[]> {
  const errors: unknown[] = [];
  for (let waiting = batch; waiting.length > 0;) {
    const together = nextTogether(waiting, taking);
    const ends = await Promise.allSettled(together.map((message) => deliverMessage(ports, kinds, message)));
    const paused = new Set<number>();
    for (const [place, { shopId }] of together.entries()) {
      const end = ends[place];
      if (end?.status === 'rejected') errors.push(end.reason);
      else if (end?.value === 'sent') taking.add(shopId);
      else if (end?.value === 'paused') paused.add(shopId);
    }
    for (const shopId of paused) taking.delete(shopId);
    waiting = waiting.filter((message) => !together.includes(message) && !paused.has(message.shopId));
  }
  return errors;
}

function nextTogether(waiting: readonly DueMessage[], taking: ReadonlySet<number>): readonly DueMessage[] {
  const together: DueMessage[] = [];
  for (const message of waiting) {
    const isFirst = together.every((taken) => taken.shopId !== message.shopId);
    if (isFirst || taking.has(message.shopId)) together.push(message);
    if (together.length === IN_FLIGHT_MAX) break;
  }
  return together;
}

/** Looks at the outbox again when a message that waits now is due. What failed just now is tried again by its job. */
async function scheduleDelivery(ports: Pick<Ports, 'db' | 'jobs' | 'clock'>): Promise<void> {
  await ports.db.write(async (tx) => {
    const dueAt = await nextDueAt(tx, ports.clock.now(), ports.clock.wall());
    if (dueAt) await ports.jobs.enqueue(tx, { kind: 'mail.deliver', key: 'outbox', dueAt });
  });
}

/** Messages whose facts could be fetched, shop by shop; a shop that does not answer holds up no other. */
async function fetchFacts(
  ports: Post,
  kinds: readonly MailKind[],
  due: readonly DueMessage[],
  errors: unknown[],
): Promise<readonly DueMessage[]> {
  const ready: DueMessage[] = [];
  for (const shopId of new Set(due.map((message) => message.shopId))) {
    const ofShop = due.filter((message) => message.shopId === shopId);
    try {
      const prepared = await prepareMessages(ports, kinds, shopId, ofShop, errors);
      await fetchShopFacts(ports, kinds, shopId, prepared);
      ready.push(...prepared);
    } catch (error) {
      errors.push(error);
    }
  }
  return ready;
}

/** Those whose kind has made what they need; one that could not waits, and holds up no other. */
async function prepareMessages(
  ports: Post,
  kinds: readonly MailKind[],
  shopId: number,
  messages: readonly DueMessage[],
  errors: unknown[],
): Promise<readonly DueMessage[]> {
  const shop = await loadShop(ports.db.read, shopId);
  if (!shop || shop.uninstalledAt) return messages;
  const ready: DueMessage[] = [];
  for (const message of messages) {
    try {
      await findKind(kinds, message.kind).prepare?.(ports, { shop, message });
      ready.push(message);
    } catch (error) {
      errors.push(error);
    }
  }
  return ready;
}

async function fetchShopFacts(
  ports: Post,
  kinds: readonly MailKind[],
  shopId: number,
  messages: readonly DueMessage[],
): Promise<void> {
  const shop = await loadShop(ports.db.read, shopId);
  // The last check skips what belongs to a shop that is gone; there is nobody to ask.
  if (!shop || shop.uninstalledAt) return;
  const asked: { id: string; orderId: bigint | null; variantIds: readonly bigint[] }[] = [];
  for (const message of messages) {
    const kind = findKind(kinds, message.kind);
    const subject = await kind.loadSubject(ports.db.read, message);
    if (subject?.standing !== 'wanted') continue;
    const beside = await loadBeside(ports, kind, ports.db.read, { message, subject });
    const items = [subject, ...beside.map((rider) => rider.subject)].flatMap((each) => each.items);
    const variantIds = items.flatMap((item) => item.variantId ?? []);
    asked.push({
      id: message.id,
      orderId: kind.consent === 'marketing' ? subject.orderId : null,
      variantIds,
    });
  }
  const items = await fetchItemFacts(
    ports,
    shop.domain,
    asked.flatMap(({ variantIds }) => variantIds),
  );
  const buyers = await fetchBuyers(
    ports,
    shop.domain,
    asked.flatMap(({ orderId }) => orderId ?? []),
  );
  const facts = asked.map(({ id, orderId, variantIds }) => ({
    id,
    shopId,
    facts: {
      items: Object.fromEntries(
        variantIds.map((variantId) => [`${variantId}`, items.get(variantId) ?? GONE]),
      ),
      isSubscribed: orderId === null ? null : (buyers.get(orderId)?.isSubscribed ?? false),
    },
  }));
  const wall = ports.clock.wall();
  await ports.db.write((tx) => saveFacts(tx, facts, wall));
}
