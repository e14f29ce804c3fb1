import { categoryPrior } from '../consumables/category-priors';
import { loadBuyerDays } from '../consumables/evidence-store.server';
import { productHistory, type ProductHistory } from '../consumables/product-history';
import { inParts } from '../db/in-parts';
import type { Ports } from '../ports';
import { FALLBACK_CYCLE_DAYS, productRhythm, shopCycleDays } from './rhythm';
import { forgetRhythmsBefore, saveRhythm } from './rhythm-store.server';

/** Measures when buyers of each consumable come back, and shrinks thin evidence to the kind of product, then the shop. */
export async function rebuildRhythms(
  ports: Pick<Ports, 'db'>,
  shopId: number,
  todayOn: number,
  at: Date,
): Promise<void> {
  const consumables = await ports.db.read.consumable.findMany({
    where: { shopId, holds: true },
    select: { productId: true },
  });
  const ids = consumables.map((row) => row.productId);
  const histories = new Map<bigint, ProductHistory>();
  for (const id of ids)
    histories.set(id, productHistory(await loadBuyerDays(ports.db.hot, shopId, id), todayOn));
  const shopDays =
    shopCycleDays([...histories.values()].flatMap((history) => history.gaps)) ?? FALLBACK_CYCLE_DAYS;
  const priorDays = await loadCategoryDays(ports, shopId, ids);
  await ports.db.hot.write((hot) => {
    for (const [productId, history] of histories) {
      const days = priorDays.get(productId);
      const prior = days
        ? ({ days, source: 'category' } as const)
        : ({ days: shopDays, source: 'shop' } as const);
      const rhythm = productRhythm(history.gaps, history.buyers, prior);
      saveRhythm(hot, shopId, productId, { ...rhythm, repeatBuyers: history.repeatBuyers }, at);
    }
    forgetRhythmsBefore(hot, shopId, at);
  });
}

async function loadCategoryDays(
  ports: Pick<Ports, 'db'>,
  shopId: number,
  productIds: readonly bigint[],
): Promise<ReadonlyMap<bigint, number>> {
  const products = [];
  for (const part of inParts(productIds)) {
    const found = await ports.db.read.product.findMany({
      where: { shopId, productId: { in: part } },
      select: { productId: true, title: true, productType: true, categoryName: true, tags: true },
    });
    products.push(...found);
  }
  const days = new Map<bigint, number>();
  for (const product of products) {
    const { cycleDays } = categoryPrior(product);
    if (cycleDays !== null) days.set(product.productId, cycleDays);
  }
  return days;
}
