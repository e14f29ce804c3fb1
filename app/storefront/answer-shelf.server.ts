import { SHELF_CAP } from '../guardrails/caps';
import { deviceOf, type Device } from '../holdout/device';
import { expose } from '../holdout/expose.server';
import type { Ports } from '../ports';
import { createDayClock } from './day-clock';
import { linkSignIn } from '../shoppers/link-sign-in.server';
import { isRandomId, type ShopperName } from '../shoppers/shopper-key';
import { wasErased } from '../shoppers/was-erased.server';
import { EVERY_DOOR, verifyProxyQuery, type ProxyDoor } from '../shopify/verify-proxy';
import { findEligible, reveal } from './decide-shelf';
import { noteProxyPath } from './note-proxy-path.server';
import { recognise, type Visitor } from './recognise.server';
import { exposureDetail } from './exposure-detail';
import { shelfFragment } from './shelf-fragment';
import type { ShelfDecision, ShelfFacts, ShelfVerdict } from './shelf-decision';
import { findShelfShop, type ShelfShop } from './shelf-store.server';

export interface ShelfAnswer {
  readonly status: 200 | 204 | 400 | 401;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Null when the request was refused. */
  readonly decision: ShelfDecision | null;
}

type ShelfPorts = Pick<Ports, 'config' | 'clock' | 'db' | 'jobs' | 'log'>;

const dayOf = createDayClock();

/** What the block's script asks with; a browser without an id leaves `visitor` empty. */
export const SHELF_DOOR: ProxyDoor = {
  ...EVERY_DOOR,
  v: (value) => value === '1',
  visitor: (value) => value === '' || isRandomId(value),
  view: isRandomId,
};

const PRIVATE = { 'cache-control': 'private, no-store' } as const;
const LIQUID = { ...PRIVATE, 'content-type': 'application/liquid; charset=utf-8' } as const;

/**
 * Answers the storefront's question for refills, through the app proxy: 200 with Liquid, or 204 when the default stays.
 * Whatever goes wrong after the request was accepted is a 204: the home page has its default already.
 */
export async function answerShelf(
  ports: ShelfPorts,
  { url, userAgent }: { readonly url: URL; readonly userAgent?: string },
): Promise<ShelfAnswer> {
  const { apiSecret: secret } = ports.config;
  const query = verifyProxyQuery(url.searchParams, SHELF_DOOR, { secret, wallNow: ports.clock.wall() });
  if (!query.ok) return refuse(query.status);
  const browserId = url.searchParams.get('visitor') ?? '';
  const view = url.searchParams.get('view') ?? '';

  try {
    const shop = await findShelfShop(ports.db.read, query.shop);
    if (!shop) return refuse(401);
    const visitor: Visitor = {
      account: query.customerId === null ? null : { kind: 'account', value: query.customerId },
      browser: browserId === '' ? null : { kind: 'browser', value: browserId },
    };
    const [decision] = await Promise.all([
      decide(ports, { ...shop, domain: query.shop }, visitor, { view, device: deviceOf(userAgent) }),
      noteProxyPath(ports, shop, query.proxyPath),
    ]);
    return toAnswer(decision);
  } catch (err) {
    ports.log.warn({ err, reason: 'error' }, 'The shelf stayed at its default');
    return toAnswer({ kind: 'default', reason: 'error' });
  }
}

async function decide(
  ports: ShelfPorts,
  shop: ShelfShop & { readonly domain: string },
  visitor: Visitor,
  { view, device }: { readonly view: string; readonly device: Device },
): Promise<ShelfDecision> {
  const at = ports.clock.now();
  if (!shop.isOn) return { kind: 'default', reason: 'switched-off' };
  const recognised = await recognise(ports.db.read, shop.id, visitor);
  const facts: ShelfFacts = { ...recognised, isOn: true, todayOn: dayOf(at, shop.timeZone) };
  const found = findEligible(facts);
  const { account, browser } = recognised.isNewSignIn
    ? await withoutErased(ports, shop.id, visitor)
    : visitor;
  if (found.kind !== 'eligible') {
    if (recognised.isNewSignIn && !facts.isOptedOut && account && browser) {
      await linkSignIn(ports, { shopId: shop.id, account, browser, at });
    }
    return found;
  }
  const key = account ?? browser;
  if (!key) return { kind: 'default', reason: 'unknown-visitor' };
  const exposed = await expose(ports, {
    shopId: shop.id,
    shopDomain: shop.domain,
    tactic: 'shelf',
    key,
    alsoKeys: account && browser ? [browser] : [],
    businessKey: view,
    at,
    detail: exposureDetail(facts.todayOn, found.items),
    cap: SHELF_CAP,
    device,
  });
  // A page view of somebody else's opens nothing.
  if (exposed.reason === 'exposed' && exposed.foreign) return { kind: 'default', reason: 'unknown-visitor' };
  const verdict: ShelfVerdict = exposed.reason === 'capped' ? 'capped' : exposed.arm;
  return reveal(found.items, verdict);
}

/** A sign-in is kept of nobody who was erased: they come back with an order, or not at all. */
async function withoutErased(ports: ShelfPorts, shopId: number, visitor: Visitor): Promise<Visitor> {
  const kept = async (name: ShopperName | null) =>
    name && (await wasErased(ports, shopId, [name])) ? null : name;
  return { account: await kept(visitor.account), browser: await kept(visitor.browser) };
}

function toAnswer(decision: ShelfDecision): ShelfAnswer {
  if (decision.kind !== 'refills') return { status: 204, headers: PRIVATE, decision };
  return { status: 200, headers: LIQUID, body: shelfFragment(decision.items), decision };
}

function refuse(status: 400 | 401): ShelfAnswer {
  return { status, headers: PRIVATE, decision: null };
}
