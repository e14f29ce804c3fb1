import { WEEKLY_MAIL_CAP } from '../guardrails/caps';
import { exposeIn } from '../holdout/expose.server';
import type { Arm } from '../holdout/exposure';
import { hashAddress } from '../mail/outbox/address-hash.server';
import { fetchBuyers, type BuyerNow } from '../mail/outbox/fetch-buyers.server';
import { mailsTo } from '../mail/outbox/last-check-store.server';
import { planMessage } from '../mail/outbox/plan-message.server';
import { capAt } from '../mail/outbox/pace';
import { loadPace } from '../mail/outbox/pace-store.server';
import { isSuppressed } from '../mail/outbox/suppression-store.server';
import type { Ports, Tx } from '../ports';
import { loadDiscoveryItems } from '../recommend/feed/load-discovery-items.server';
import { ShopGone } from '../shopify/admin-errors';
import { isOptedOut } from '../shoppers/opt-out';
import { optOutsOfPerson } from '../shoppers/opt-out-store.server';
import { localDay } from '../shops/local-day';
import type { Shop } from '../shops/shop';
import { loadShop } from '../shops/shop-store.server';
import { mayMail } from '../tactics/may-mail';
import { isOn } from '../tactics/tactic-store.server';
import { decideFollowUp, type FollowUpFacts } from './decide-follow-up';
import { addressPlace } from './follow-up-address';
import { toLetterReason } from './to-letter-reason';
import { followUpKey, type FollowUpItem } from './follow-up';
import { loadOrderFacts, loadPerson, type Person } from './follow-up-facts-store.server';
import {
  dueFollowUps,
  isWaiting,
  markPlanned,
  markSkipped,
  type WaitingFollowUp,
} from './follow-up-store.server';
import { scheduleDecisions } from './plan-follow-ups.server';

const BATCH = 50;
const DISCOVERY_ITEMS = 4;

type Needs = Pick<Ports, 'db' | 'jobs' | 'clock' | 'config' | 'random' | 'admin' | 'seals'>;

/**
 * Job `follow-ups.decide`: whose moment has come is decided on once, logged in every arm alike, and planned as a letter. What a
 * shop's platform does not answer waits, and holds up no other shop.
 * @throws what went wrong, after everything else was decided: the job tries the rest again
 */
export async function decideFollowUps(ports: Needs): Promise<void> {
  const errors: unknown[] = [];
  const failing = new Set<number>();
  for (;;) {
    const which = { now: ports.clock.now(), besides: [...failing], take: BATCH };
    const due = await dueFollowUps(ports.db.read, which);
    if (due.length === 0) break;
    for (const shopId of new Set(due.map((followUp) => followUp.shopId))) {
      const ofShop = due.filter((followUp) => followUp.shopId === shopId);
      try {
        await decideShop(ports, shopId, ofShop);
      } catch (error) {
        failing.add(shopId);
        errors.push(error);
      }
    }
  }
  await scheduleDecisions(ports);
  if (errors.length > 0) throw errors.find((error) => !(error instanceof ShopGone)) ?? errors[0];
}

async function decideShop(ports: Needs, shopId: number, due: readonly WaitingFollowUp[]): Promise<void> {
  const shop = await loadShop(ports.db.read, shopId);
  if (!shop) throw new Error(`No shop ${shopId}`);
  const asks = await whoIsAskedAbout(ports, shop, due);
  const buyers = await fetchBuyers(
    ports,
    shop.domain,
    asks.map((followUp) => followUp.orderId),
  );
  for (const followUp of due) {
    const buyer = buyers.get(followUp.orderId) ?? null;
    const discovery = asks.includes(followUp) ? await discover(ports, followUp) : [];
    await ports.db.write((tx) => decideOne(ports, tx, { shop, followUp, buyer, discovery }));
  }
}

/** Only what local rows leave open is asked outside; the decision itself reads them again. */
async function whoIsAskedAbout(
  ports: Needs,
  shop: Shop,
  due: readonly WaitingFollowUp[],
): Promise<readonly WaitingFollowUp[]> {
  const asked: WaitingFollowUp[] = [];
  for (const followUp of due) {
    const facts = await ports.db.write((tx) =>
      loadFacts(ports, tx, { shop, followUp, buyer: ASSUMED, discovery: [] }),
    );
    const { reason } = decideFollowUp({ ...facts.decision, isSuppressed: false });
    if (reason === 'due' || reason === 'nothing-to-show') asked.push(followUp);
  }
  return asked;
}

/** For the look before Shopify is asked: whoever would be written to if they were subscribed. */
const ASSUMED: BuyerNow = {
  ...{ customerId: 0n, email: '', isAddressOfOrder: true, isSubscribed: true, locale: null },
};

async function discover(ports: Needs, { shopId, orderId, customerId }: WaitingFollowUp) {
  const found = await loadDiscoveryItems(ports, {
    shopId,
    buyer: { kind: 'account', value: `${customerId}` },
    list: followUpKey(orderId),
    count: DISCOVERY_ITEMS,
  });
  return found.map(({ productId, variantId, reason, withTitle }): FollowUpItem => ({
    ...{ productId, variantId, quantity: 1 },
    reason: toLetterReason(reason, withTitle),
  }));
}

interface Deciding {
  readonly shop: Shop;
  readonly followUp: WaitingFollowUp;
  readonly buyer: BuyerNow | null;
  readonly discovery: readonly FollowUpItem[];
}

async function decideOne(ports: Needs, tx: Tx, deciding: Deciding): Promise<void> {
  const { shop, followUp, buyer } = deciding;
  const { shopId, orderId, customerId } = followUp;
  if (!(await isWaiting(tx, followUp))) return;
  const now = ports.clock.now();
  const facts = await loadFacts(ports, tx, deciding);
  const decision = decideFollowUp(facts.decision);
  if (decision.reason !== 'due' || !buyer || facts.emailHash === null) {
    await markSkipped(tx, followUp, decision.reason === 'due' ? 'no-customer' : decision.reason, now);
    return;
  }
  const { letter, items } = decision;
  const exposed = await exposeIn(tx, {
    ...{ shopId, shopDomain: shop.domain, tactic: 'follow-up', at: now },
    key: { kind: 'account', value: `${customerId}` },
    businessKey: `${orderId}`,
    detail: { letter, items: items.map(({ productId }) => ({ productId: `${productId}` })) },
  });
  // Capped it cannot be: no cap was asked for.
  if (exposed.reason !== 'exposed') return;
  const written = letterOf(exposed.arm, decision);
  await markPlanned(tx, followUp, {
    ...written,
    keyId: exposed.keyId,
    email: ports.seals.seal(buyer.email, addressPlace(followUp)),
    emailHash: facts.emailHash,
    locale: buyer.locale ?? shop.locale,
    at: now,
  });
  await planMessage(ports, tx, {
    ...{ shopId, kind: 'follow-up', subjectId: followUp.id, keyId: exposed.keyId, meantFor: now },
    businessKey: followUpKey(orderId),
  });
}

/** Control and holdout get the shop's own letter at the same moment: only the content differs. */
function letterOf(arm: Arm, decision: Extract<ReturnType<typeof decideFollowUp>, { reason: 'due' }>) {
  if (arm !== 'treated') return { letter: 'generic' as const, items: [], mayDiscount: false };
  const { letter, items, mayDiscount } = decision;
  return { letter, items, mayDiscount };
}

async function loadFacts(
  ports: Needs,
  tx: Tx,
  { shop, followUp, buyer, discovery }: Deciding,
): Promise<{ readonly decision: FollowUpFacts; readonly emailHash: string | null }> {
  const { shopId, orderId, customerId, dueAt } = followUp;
  const now = ports.clock.now();
  const person = await loadPerson(tx, shopId, customerId);
  const emailHash = buyer?.email ? hashAddress(ports.config.apiSecret, shopId, buyer.email) : null;
  return {
    emailHash,
    decision: {
      ...(await loadOrderFacts(tx, shopId, { orderId, customerId, person, now })),
      ...(await loadSilence(tx, shopId, { person, emailHash, now })),
      ...{ now, dueAt, buyer, discovery },
      todayOn: localDay(now, shop.timeZone),
      shop: { isInstalled: shop.uninstalledAt === null, hasLegalDetails: mayMail(shop) },
      tacticIsOn: await isOn(tx, shopId, 'follow-up'),
    },
  };
}

async function loadSilence(
  tx: Tx,
  shopId: number,
  { person, emailHash, now }: { person: Person; emailHash: string | null; now: Date },
): Promise<Pick<FollowUpFacts, 'isSuppressed' | 'isOptedOut' | 'mailedAt' | 'cap'>> {
  const { personId, keyIds } = person;
  const optOuts = personId === null ? [] : await optOutsOfPerson(tx, shopId, personId);
  const since = new Date(now.getTime() - WEEKLY_MAIL_CAP.windowMs);
  return {
    isSuppressed: emailHash !== null && (await isSuppressed(tx, shopId, emailHash, 'follow-up')),
    isOptedOut: isOptedOut(optOuts, 'follow-up'),
    mailedAt: await mailsTo(tx, { shopId, besides: null, emailHash, keyIds, since }),
    cap: capAt(await loadPace(tx, shopId, emailHash), WEEKLY_MAIL_CAP),
  };
}
