import type { ArrivedOrder } from '../../orders/arrived-order-store.server';
import type { Ports, Sql } from '../../ports';
import { ensureKey } from '../../shoppers/key-store.server';
import { localDay } from '../../shops/local-day';
import { installedTimeZone } from '../../shops/shop-store.server';
import { toForecastRow } from './forecast-row';
import { replaceForecasts } from './forecast-store.server';
import { forecastBuyer } from './forecast-buyer';
import { loadModel } from '../model/model-store.server';
import { loadBuyerPurchases, type Buyer } from '../learn/purchase-store.server';
import { mayMove, remeasureRhythm } from '../learn/remeasure-rhythm';
import type { MeasuredRhythm } from '../fold/rhythm';
import { loadRhythms, saveRhythms } from '../learn/rhythm-store.server';
import { firstPurchaseOn, linesOfProduct } from '../learn/shop-purchase-store.server';

/**
 * After orders arrived or changed: the rhythms of their products, as far as one order moves them, and the forecasts of the
 * customers and browsers they belong to; nobody else's.
 */
export async function refreshForecasts(
  ports: Ports,
  { shopId, orders }: { readonly shopId: number; readonly orders: readonly ArrivedOrder[] },
): Promise<void> {
  const { read } = ports.db;
  const timeZone = await installedTimeZone(read, shopId);
  if (timeZone === null) return;
  const { buyers, productIds } = whoseAndWhat(orders);
  const at = ports.clock.now();
  const todayOn = localDay(at, timeZone);
  for (const productId of productIds) {
    const rhythm = await remeasured(read, shopId, productId, todayOn);
    if (rhythm) await ports.db.group((tx) => saveRhythms(tx, shopId, [[productId, rhythm]], at));
  }
  if (buyers.length === 0) return;
  const model = await loadModel(read, shopId);
  // One write each: whoever is being served meanwhile goes between.
  for (const buyer of buyers) {
    const purchases = await loadBuyerPurchases(read, shopId, buyer);
    const rhythms = await loadRhythms(read, shopId, new Set(purchases.map((purchase) => purchase.productId)));
    const rows = forecastBuyer(purchases, rhythms, todayOn, model).map(toForecastRow);
    await ports.db.group(async (tx) => {
      const key = await ensureKey(tx, { shopId, ...buyer, at });
      await replaceForecasts(tx, shopId, [{ keyId: key.id, rows }], at);
    });
  }
}

function whoseAndWhat(orders: readonly ArrivedOrder[]) {
  const accounts = new Set<bigint>();
  const browsers = new Set<string>();
  const productIds = new Set<bigint>();
  for (const order of orders) {
    if (order.customerId !== null) accounts.add(order.customerId);
    if (order.browserId !== null) browsers.add(order.browserId);
    for (const { productId } of order.lines) productIds.add(productId);
  }
  const buyers: Buyer[] = [
    ...[...accounts].map((id) => ({ kind: 'account', value: id.toString() }) as const),
    ...[...browsers].map((value) => ({ kind: 'browser', value }) as const),
  ];
  return { buyers, productIds };
}

async function remeasured(
  sql: Sql,
  shopId: number,
  productId: bigint,
  todayOn: number,
): Promise<MeasuredRhythm | null> {
  const stored = (await loadRhythms(sql, shopId, [productId])).get(productId);
  if (!stored || !mayMove(stored)) return null;
  const firstOn = await firstPurchaseOn(sql, shopId);
  const lines = await linesOfProduct(sql, shopId, productId, todayOn);
  return remeasureRhythm(lines, stored, { firstOn, todayOn });
}
