import type { Ports } from '../ports';
import { localDay } from '../shops/local-day';
import { loadShop } from '../shops/shop-store.server';
import { categoryPrior } from './category-priors';
import {
  loadBuyerDays,
  loadProductsAfter,
  saveVerdicts,
  type ProductFacts,
  type VerdictRow,
} from './evidence-store.server';
import { judgeProduct } from './judge-product';
import { productHistory } from './product-history';

/** Products judged between two writes: each chunk is loaded, decided and saved, so that nothing else waits for long. */
const CHUNK = 100;

/** Job `consumables.rebuild`: every product's verdict from today's evidence; forecasts follow. */
export async function rebuildVerdicts(ports: Ports, job: { shopId: number | null }): Promise<void> {
  const shop = job.shopId === null ? null : await loadShop(ports.db.read, job.shopId);
  if (!shop || shop.uninstalledAt) return;
  const at = ports.clock.now();
  const todayOn = localDay(at, shop.timeZone);
  for (let after: bigint | null = null; ;) {
    const products: readonly ProductFacts[] = await loadProductsAfter(ports.db.read, shop.id, after, CHUNK);
    const last = products.at(-1);
    if (!last) break;
    const verdicts: VerdictRow[] = [];
    for (const product of products) verdicts.push(await judge(ports, shop.id, product, todayOn));
    await ports.db.hot.write((hot) => saveVerdicts(hot, shop.id, verdicts, at));
    after = last.productId;
  }
  await ports.db.write((tx) =>
    ports.jobs.enqueue(tx, { kind: 'refills.rebuild', shopId: shop.id, key: `${shop.id}` }),
  );
}

async function judge(
  ports: Pick<Ports, 'db'>,
  shopId: number,
  product: ProductFacts,
  todayOn: number,
): Promise<VerdictRow> {
  const history = productHistory(await loadBuyerDays(ports.db.hot, shopId, product.productId), todayOn);
  const prior = categoryPrior(product);
  const verdict = judgeProduct({ ...product, ...history, prior });
  return {
    productId: product.productId,
    modelSays: verdict.consumable,
    score: verdict.score,
    evidence: {
      reasons: verdict.reasons,
      kind: prior.name,
      buyers: history.buyers,
      repeatBuyers: history.repeatBuyers,
      gaps: history.gaps.length,
      logSpread: history.logSpread,
    },
  };
}
