import type { HotReader } from '../../db/read-steps.server';
import type { Ports } from '../../ports';
import { ensureKeyHot } from '../../shoppers/hot-key-store.server';
import { installedTimeZone } from '../../shops/hot-shop-store.server';
import { localDay } from '../../shops/local-day';
import { toForecastRow } from './forecast-row';
import { replaceForecasts } from './forecast-store.server';
import { forecastSubject } from './forecast-subject';
import { loadModel } from '../model/model-store.server';
import { loadSubjectPurchases, type Subject } from '../learn/purchase-store.server';
import { mayMove, remeasureRhythm } from '../learn/remeasure-rhythm';
import type { MeasuredRhythm } from '../fold/rhythm';
import { loadRhythms, saveRhythms } from '../learn/rhythm-store.server';
import {
  firstPurchaseOn,
  linesOfProduct,
  loadOrderBuyer,
  loadOrderProducts,
} from '../learn/shop-purchase-store.server';

/**
 * After orders arrived or changed: the rhythms of their products, as far as one order moves them, and the forecasts of the
 * customers and browsers they belong to; nobody else's.
 */
export async function refreshForecasts(
  ports: Ports,
  job: { readonly shopId: number; readonly orderIds: readonly bigint[] },
): Promise<void> {
  const { hot } = ports.db;
  const { shopId } = job;
  const timeZone = await installedTimeZone(hot, shopId);
  if (timeZone === null) return;
  const { subjects, productIds } = await whoseAndWhat(hot, shopId, job.orderIds);
  const at = ports.clock.now();
  const todayOn = localDay(at, timeZone);
  for (const productId of productIds) {
    const rhythm = await remeasured(hot, shopId, productId, todayOn);
    if (rhythm) await hot.write((db) => saveRhythms(db, shopId, [[productId, rhythm]], at));
  }
  if (subjects.length === 0) return;
  const model = await loadModel(hot, shopId);
  // One write each: whoever is being served meanwhile goes between.
  for (const subject of subjects) {
    const purchases = await loadSubjectPurchases(hot, shopId, subject);
    const rhythms = await loadRhythms(hot, shopId, new Set(purchases.map((one) => one.productId)));
    const rows = forecastSubject(purchases, rhythms, todayOn, model).map(toForecastRow);
    await hot.write((db) => {
      const key = ensureKeyHot(db, shopId, subject, at);
      replaceForecasts(db, shopId, key.id, rows, at);
    });
  }
}

async function whoseAndWhat(hot: HotReader, shopId: number, orderIds: readonly bigint[]) {
  const accounts = new Set<bigint>();
  const browsers = new Set<string>();
  const productIds = new Set<bigint>();
  for (const orderId of orderIds) {
    const order = await loadOrderBuyer(hot, shopId, orderId);
    if (!order) continue;
    if (order.customerId !== null) accounts.add(order.customerId);
    if (order.browserId !== null) browsers.add(order.browserId);
    for (const productId of await loadOrderProducts(hot, shopId, orderId)) productIds.add(productId);
  }
  const subjects: Subject[] = [
    ...[...accounts].map((id) => ({ kind: 'account', value: id.toString() }) as const),
    ...[...browsers].map((value) => ({ kind: 'browser', value }) as const),
  ];
  return { subjects, productIds };
}

async function remeasured(
  hot: HotReader,
  shopId: number,
  productId: bigint,
  todayOn: number,
): Promise<MeasuredRhythm | null> {
  const stored = (await loadRhythms(hot, shopId, [productId])).get(productId);
  if (!stored || !mayMove(stored)) return null;
  const firstOn = await firstPurchaseOn(hot, shopId);
  return remeasureRhythm(linesOfProduct(hot, shopId, productId, todayOn), stored, { firstOn, todayOn });
}
