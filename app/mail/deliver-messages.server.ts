import type { Ports } from '../ports';
import { isShopGone } from '../shopify/admin-errors';
import { recountJob } from '../shoppers/recount-job';
import { loadShop } from '../shops/shop-store.server';
import { claimMessage } from './claim-message.server';
import { fetchItemFacts } from './fetch-item-facts.server';
import { handOver } from './hand-over.server';
import { holdSilentClaims } from './hold-silent-claims.server';
import { GONE } from './item-facts';
import { findKind, type MailKind } from './kinds';
import {
  dueMessages,
  markFailed,
  markHeld,
  markRefused,
  markSent,
  nextDueAt,
  saveFacts,
  type DueMessage,
} from './outbox-store.server';

/** Few at a time: what is in flight when the process dies is held and not sent. */
const IN_FLIGHT_MAX = 4;
const BATCH = 20;
const MAX_ATTEMPTS = 8;

type Post = Pick<Ports, 'db' | 'jobs' | 'clock' | 'config' | 'random' | 'admin' | 'mailer' | 'log' | 'seals'>;

/**
 * Delivers every message that is due: fetches what must be asked outside, checks and claims each in one transaction, hands
 * it over, records the end. At most one mail per business key whatever dies in between.
 * @throws an error after everything that could be delivered was: the job tries the rest again. That a shop is gone comes
 * last, because it ends the job.
 */
export async function deliverMessages(ports: Post, kinds: readonly MailKind[]): Promise<void> {
  await holdSilentClaims(ports, kinds);
  const errors: unknown[] = [];
  // Each is tried once a run, whatever becomes of it.
  for (let after: DueMessage | null = null; ;) {
    const when = { now: ports.clock.now(), wall: ports.clock.wall(), after, take: BATCH };
    const due: readonly DueMessage[] = await dueMessages(ports.db.read, when);
    after = due.at(-1) ?? null;
    if (!after) break;
    const ready = await fetchFacts(ports, kinds, due, errors);
    for (let from = 0; from < ready.length; from += IN_FLIGHT_MAX) {
      const together = ready.slice(from, from + IN_FLIGHT_MAX);
      const ends = await Promise.allSettled(together.map((message) => deliverOne(ports, kinds, message)));
      errors.push(...ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : [])));
    }
  }
  await scheduleDelivery(ports);
  if (errors.length > 0) throw errors.find((error) => !isShopGone(error)) ?? errors[0];
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
      await fetchShopFacts(ports, kinds, shopId, ofShop);
      ready.push(...ofShop);
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
  const asked: { messageId: string; variantId: bigint | null }[] = [];
  for (const message of messages) {
    const subject = await findKind(kinds, message.kind).loadSubject(ports.db.read, message);
    if (subject?.standing === 'wanted') asked.push({ messageId: message.id, variantId: subject.variantId });
  }
  const variantIds = asked.flatMap(({ variantId }) => (variantId === null ? [] : [variantId]));
  const items = await fetchItemFacts(ports, shop.domain, variantIds);
  const facts = asked.map(({ messageId, variantId }) => ({
    messageId,
    item: (variantId === null ? undefined : items.get(variantId)) ?? GONE,
  }));
  const wall = ports.clock.wall();
  await ports.db.write((tx) => saveFacts(tx, facts, wall));
}

async function deliverOne(ports: Post, kinds: readonly MailKind[], message: DueMessage): Promise<void> {
  const { id, kind: kindId, ...about } = message;
  const by = ports.random.id();
  const claim = await claimMessage(ports, kinds, id, by);
  if (claim.state !== 'claimed') return;
  const kind = findKind(kinds, kindId);
  const handedOver = await handOver(ports, claim.mail);
  const at = ports.clock.now();
  await ports.db.write(async (tx) => {
    switch (handedOver.result) {
      case 'sent':
        if (await markSent(tx, id, by, { at, providerId: handedOver.providerId })) {
          await kind.onEnd(tx, { ...about, end: { state: 'sent' }, at });
          if (claim.keyId !== null) await ports.jobs.enqueue(tx, recountJob(about.shopId, claim.keyId));
        }
        return;
      case 'unknown':
        if (await markHeld(tx, id, by, 'result-unknown')) {
          await kind.onEnd(tx, { ...about, end: { state: 'held', reason: 'result-unknown' }, at });
        }
        return;
      case 'refused':
        if (!handedOver.permanent && claim.attempts < MAX_ATTEMPTS) {
          await markRefused(tx, id, by, new Date(ports.clock.wall().getTime() + backOffMs(claim.attempts)));
        } else if (await markFailed(tx, id, by, 'refused')) {
          await kind.onEnd(tx, { ...about, end: { state: 'failed', reason: 'refused' }, at });
        }
    }
  });
}

/** Wall time until the next try: a minute, four, sixteen … up to six hours, so that eight tries span most of a day. */
function backOffMs(attempts: number): number {
  return Math.min(4 ** (attempts - 1), 360) * 60_000;
}
