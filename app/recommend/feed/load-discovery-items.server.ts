import type { Ports } from '../../ports';
import type { Buyer } from '../../refills/learn/purchase-store.server';
import { localDay } from '../../shops/local-day';
import { loadShop } from '../../shops/shop-store.server';
import { loadEditorial } from '../editorial/editorial-store.server';
import { loadGate } from '../gate/gate-store.server';
import { loadLists, loadNeighbours } from '../learn/figure-store.server';
import { categoryList } from '../learn/list-products';
import { draw, type ListSeed } from './explore';
import { isUsedUp } from './is-used-up';
import { loadJustBought, loadOwned, type StoredOwned } from './owned-store.server';
import { loadFacts, newestProducts } from './product-facts-store.server';
import {
  ANCHORS_MAX,
  latestCategories,
  rankByPopularity,
  rankCandidates,
  type Candidate,
  type Figures,
  type ItemReason,
} from './rank-candidates';
import { reasonWords } from './reason-words';
import { recommend } from './recommend';

export interface DiscoveryRequest {
  readonly shopId: number;
  /** Whose purchases count as owned; null for a stranger. A browser owns only what its own orders brought. */
  readonly buyer: Buyer | null;
  /** Products bought that `buyer` may not show yet, as those of a guest's order. */
  readonly alsoOwned?: readonly bigint[];
  /** Names the list, as `follow-up:ORDER`: asked for again it is the same as long as shop and shopper are. */
  readonly list: string;
  readonly count: number;
}

export interface DiscoveryItem {
  readonly productId: bigint;
  /** The first one for sale. */
  readonly variantId: bigint;
  readonly handle: string;
  readonly title: string;
  readonly reason: ItemReason<bigint>;
  /** Of what it is often bought with; null where that may not be named, or for another reason. */
  readonly withTitle: string | null;
  /** English; other languages are written from `reason`. */
  readonly words: string;
}

/** As many of the best as are looked up; behind them come the newest, which are known to be for sale. */
const CANDIDATES_MAX = 150;
const NEWEST_MAX = 30;

/**
 * What fits next for one shopper, each with its reason. A new shop has a list as well: without pairs, categories or recent
 * orders it is what sold best ever, then what is newest. Whether this person may be shown anything is the caller's to ask.
 */
export async function loadDiscoveryItems(
  ports: Pick<Ports, 'db' | 'clock'>,
  request: DiscoveryRequest,
): Promise<readonly DiscoveryItem[]> {
  const sql = ports.db.read;
  const shop = await loadShop(sql, request.shopId);
  if (!shop) return [];
  const { shopId, buyer, list } = request;
  const seed: ListSeed = { shop: shop.domain, list, shopper: buyer ? `${buyer.kind}:${buyer.value}` : '' };
  const todayOn = localDay(ports.clock.now(), shop.timeZone);
  const stored = await ownedProducts(ports, request, todayOn);
  const owned = stored.map((product) => ({ ...product, isUsedUp: isUsedUp(product, todayOn) }));
  const [gate, editorial] = await Promise.all([loadGate(sql, shopId), loadEditorial(sql, shopId)]);
  const anchors = gate?.isOpen === true ? stored.filter((product) => product.isNameable) : [];
  const { figures, rising } = await loadFigures(ports, shopId, anchors);

  const kept = new Set(owned.flatMap((product) => (product.isUsedUp ? [] : [product.productId])));
  const ranking =
    gate?.isOpen === true
      ? rankCandidates(anchors, figures, (productId) => draw(seed, String(productId)))
      : rankByPopularity(figures);
  const best = firstDistinct(ranking, kept, CANDIDATES_MAX);
  const newest = await newestProducts(sql, { shopId, without: [...kept], take: NEWEST_MAX });
  const ranked = [
    ...best,
    ...newest.map((productId) => ({ productId, reason: { kind: 'newest' } }) as const),
  ];
  const ids = new Set([...ranked.map(({ productId }) => productId), ...editorial, ...rising]);
  const facts = await loadFacts(sql, shopId, [...ids]);

  const items = recommend({ ranked, editorial, rising, owned, facts, count: request.count, seed });
  const titles = new Map(stored.map(({ productId, title }) => [productId, title]));
  return items.flatMap(({ productId, variantId, reason }) => {
    const product = facts.get(productId);
    if (!product) return [];
    const { handle, title } = product;
    const words = reasonWords(reason, (id) => titles.get(id) ?? null);
    const withTitle = reason.kind === 'bought-together' ? (titles.get(reason.withProductId) ?? null) : null;
    return [{ productId, variantId, handle, title, reason, withTitle, words }];
  });
}

async function ownedProducts(
  ports: Pick<Ports, 'db'>,
  { shopId, buyer, alsoOwned = [] }: DiscoveryRequest,
  todayOn: number,
): Promise<readonly StoredOwned[]> {
  const known = buyer ? await loadOwned(ports.db.read, shopId, buyer) : [];
  const productIds = alsoOwned.filter((id) => !known.some(({ productId }) => productId === id));
  return [...(await loadJustBought(ports.db.read, { shopId, productIds, todayOn })), ...known];
}

async function loadFigures(
  ports: Pick<Ports, 'db'>,
  shopId: number,
  anchors: readonly StoredOwned[],
): Promise<{ readonly figures: Figures<bigint>; readonly rising: readonly bigint[] }> {
  const names = ['lately', 'ever', 'rising', ...latestCategories(anchors).map(categoryList)];
  const nearest = anchors.slice(0, ANCHORS_MAX).map(({ productId }) => productId);
  const [lists, neighbours] = await Promise.all([
    loadLists(ports.db.read, shopId, names),
    loadNeighbours(ports.db.read, shopId, nearest),
  ]);
  const listed = (name: string) => lists.get(name) ?? [];
  const figures = {
    neighboursOf: (productId: bigint) => neighbours.get(productId) ?? [],
    ofCategory: (category: string) => listed(categoryList(category)),
    ...{ lately: listed('lately'), ever: listed('ever') },
  };
  return { figures, rising: listed('rising') };
}

/** Each product once, by the first reason that it comes up for. */
function firstDistinct(
  ranking: Iterable<Candidate<bigint>>,
  without: ReadonlySet<bigint>,
  most: number,
): readonly Candidate<bigint>[] {
  const found = new Map<bigint, Candidate<bigint>>();
  for (const candidate of ranking) {
    if (without.has(candidate.productId) || found.has(candidate.productId)) continue;
    found.set(candidate.productId, candidate);
    if (found.size === most) break;
  }
  return [...found.values()];
}
