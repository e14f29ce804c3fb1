import type { Ports } from '../ports';
import { localDay } from '../shops/local-day';
import { loadShop } from '../shops/shop-store.server';
import { categoryPrior } from './category-priors';
import { loadProductsAfter, saveVerdicts, type ProductFacts, type VerdictRow } from './evidence-store.server';
import { judgeShop } from './judge-shop';
import { emptyTally, type RepeatTally } from './repeat-tally';
import { loadTallies } from './tally-store.server';
import { toEvidence } from './to-evidence';

/** Products loaded, and verdicts saved, at once: nothing else waits for long. */
const CHUNK = 250;

/** Job `consumables.rebuild`: every product's verdict from today's evidence; forecasts follow. */
export async function rebuildVerdicts(ports: Ports, job: { shopId: number | null }): Promise<void> {
  const shop = job.shopId === null ? null : await loadShop(ports.db.read, job.shopId);
  if (!shop || shop.uninstalledAt) return;
  const at = ports.clock.now();
  const todayOn = localDay(at, shop.timeZone);
  const tallies = await loadTallies(ports.db.hot, shop.id, todayOn);
  const verdicts = judge(await loadProducts(ports, shop.id), tallies);
  for (let from = 0; from < verdicts.length; from += CHUNK) {
    const rows = verdicts.slice(from, from + CHUNK);
    await ports.db.hot.write((hot) => saveVerdicts(hot, shop.id, rows, at));
  }
  await ports.db.write((tx) =>
    ports.jobs.enqueue(tx, { kind: 'refills.rebuild', shopId: shop.id, key: `${shop.id}` }),
  );
}

async function loadProducts(ports: Pick<Ports, 'db'>, shopId: number): Promise<readonly ProductFacts[]> {
  const products: ProductFacts[] = [];
  for (let after: bigint | null = null; ;) {
    const next: readonly ProductFacts[] = await loadProductsAfter(ports.db.read, shopId, after, CHUNK);
    products.push(...next);
    after = next.at(-1)?.productId ?? null;
    if (after === null) return products;
  }
}

function judge(
  products: readonly ProductFacts[],
  tallies: ReadonlyMap<bigint, Readonly<RepeatTally>>,
): readonly VerdictRow[] {
  const known = products.map((product) => ({
    ...product,
    prior: categoryPrior(product),
    group: product.categoryName ?? product.productType,
    tally: tallies.get(product.productId) ?? emptyTally(),
    hasPackSize: product.pack !== null,
  }));
  const { verdicts, relatives } = judgeShop(known);
  return known.map((product, at) => {
    const verdict = verdicts[at]!;
    const { consumable, score } = verdict;
    const { productId } = product;
    return {
      productId,
      modelSays: consumable,
      score,
      evidence: toEvidence(product, verdict, relatives[at]!),
    };
  });
}
