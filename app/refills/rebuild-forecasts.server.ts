import type { Ports } from '../ports';
import { ensureKeyHot } from '../shoppers/hot-key-store.server';
import { localDay } from '../shops/local-day';
import { loadShop } from '../shops/shop-store.server';
import { forgetForecastsBefore, replaceForecasts } from './forecast-store.server';
import { forecastSubject } from './forecast-subject';
import { loadSubjectPurchases, nextSubjects, type Subject } from './purchase-store.server';
import { rebuildRhythms } from './rebuild-rhythms.server';
import { loadAllRhythms, type RhythmMap } from './rhythm-store.server';

/** Subjects forecast between two commits. */
const CHUNK = 200;

/** Job `refills.rebuild`: rhythms of all consumables, then every shopper's forecasts, in chunks. */
export async function rebuildForecasts(ports: Ports, job: { shopId: number | null }): Promise<void> {
  const shop = job.shopId === null ? null : await loadShop(ports.db.read, job.shopId);
  if (!shop || shop.uninstalledAt) return;
  const at = ports.clock.now();
  const todayOn = localDay(at, shop.timeZone);
  await rebuildRhythms(ports, shop.id, todayOn, at);
  const rhythms = await loadAllRhythms(ports.db.read, shop.id);
  for (const kind of ['account', 'browser'] as const) {
    let after = '';
    for (;;) {
      const subjects = await nextSubjects(ports.db.hot, shop.id, kind, after, CHUNK);
      const last = subjects.at(-1);
      if (!last) break;
      await forecastSubjects(ports, { shopId: shop.id, todayOn, at, rhythms }, subjects);
      after = last.value;
    }
  }
  await ports.db.hot.write((hot) => forgetForecastsBefore(hot, shop.id, at));
  await ports.db.write((tx) =>
    ports.jobs.enqueue(tx, { kind: 'storefront.publish-top-sellers', shopId: shop.id, key: `${shop.id}` }),
  );
}

/** Loads, forecasts and saves a group of subjects in one commit. */
export async function forecastSubjects(
  ports: Pick<Ports, 'db'>,
  context: { shopId: number; todayOn: number; at: Date; rhythms: RhythmMap },
  subjects: readonly Subject[],
): Promise<void> {
  const { shopId, todayOn, at, rhythms } = context;
  const decided: { subject: Subject; forecasts: ReturnType<typeof forecastSubject> }[] = [];
  for (const subject of subjects) {
    const purchases = await loadSubjectPurchases(ports.db.hot, shopId, subject);
    decided.push({ subject, forecasts: forecastSubject(purchases, rhythms, todayOn) });
  }
  await ports.db.hot.write((hot) => {
    for (const { subject, forecasts } of decided) {
      const key = ensureKeyHot(hot, shopId, subject, at);
      replaceForecasts(hot, shopId, key.id, forecasts, at);
    }
  });
}
