import type { Ports } from '../ports';
import { localDay } from '../shops/local-day';
import { loadShop } from '../shops/shop-store.server';
import type { Subject } from './purchase-store.server';
import { forecastSubjects } from './rebuild-forecasts.server';
import { loadAllRhythms } from './rhythm-store.server';

/** After orders arrived or changed: the forecasts of the customers and browsers they belong to, nobody else's. */
export async function refreshForecasts(
  ports: Ports,
  job: { readonly shopId: number; readonly orderIds: readonly bigint[] },
): Promise<void> {
  const shop = await loadShop(ports.db.read, job.shopId);
  if (!shop || shop.uninstalledAt) return;
  const orders = await ports.db.read.order.findMany({
    where: { shopId: shop.id, orderId: { in: [...job.orderIds] } },
    select: { customerId: true, browserId: true },
  });
  const accounts = new Set(orders.flatMap((order) => (order.customerId === null ? [] : [order.customerId])));
  const browsers = new Set(orders.flatMap((order) => (order.browserId === null ? [] : [order.browserId])));
  const subjects: Subject[] = [
    ...[...accounts].map((id) => ({ kind: 'account', value: id.toString() }) as const),
    ...[...browsers].map((value) => ({ kind: 'browser', value }) as const),
  ];
  if (subjects.length === 0) return;
  const at = ports.clock.now();
  const rhythms = await loadAllRhythms(ports.db.read, shop.id);
  await forecastSubjects(
    ports,
    { shopId: shop.id, todayOn: localDay(at, shop.timeZone), at, rhythms },
    subjects,
  );
}
