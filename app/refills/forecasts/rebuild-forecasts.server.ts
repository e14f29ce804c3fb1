import type { HotWriter, JobOf, Ports } from '../../ports';
import { ensureKeyHot } from '../../shoppers/hot-key-store.server';
import { localDay } from '../../shops/local-day';
import { loadShop } from '../../shops/shop-store.server';
import {
  forecastKeyAfter,
  forgetForecastsBefore,
  isForecastSince,
  replaceForecasts,
} from './forecast-store.server';
import { loadModel, saveModel } from '../model/model-store.server';
import { placeAtStart, type RebuildPlace } from './rebuild-place';
import * as rebuild from './rebuild-steps.server';
import type { RebuildInput, RebuildStep } from './rebuild-steps.server';
import { forgetRhythmsBefore, saveRhythms } from '../learn/rhythm-store.server';
import { DONE_HERE, stepsOfShop } from './steps-of-shop.server';

type RunningJob = JobOf<'refills.rebuild'> & { readonly id: bigint };

/** Forecasts looked at in one sweeping write. */
const SWEPT = 2_000;

/**
 * Job `refills.rebuild`: what the shop's purchases teach, then every subject's forecasts, in short writes. It keeps its
 * place with each of them and goes on from there after a crash.
 */
export async function rebuildForecasts(ports: Ports, job: RunningJob, doneHere = DONE_HERE): Promise<void> {
  const shop = await loadShop(ports.db.read, job.shopId);
  if (!shop || shop.uninstalledAt) return;
  const now = ports.clock.now();
  let place = job.payload ?? placeAtStart(now);
  const input: RebuildInput = {
    shopId: shop.id,
    todayOn: localDay(now, shop.timeZone),
    place,
    model: await loadModel(ports.db.hot, shop.id),
  };
  const file = new URL('./rebuild-steps.server.ts', import.meta.url);
  const all = await stepsOfShop<RebuildInput, RebuildStep>(ports, rebuild, file, input, doneHere);
  for await (const step of all) {
    place = step.place;
    await ports.db.hot.write((hot) => {
      saveStep(hot, shop.id, step);
      ports.jobs.keepPlace(hot, job.id, step.place);
    });
  }
  await sweep(ports, job, shop.id, place);
  await ports.db.write((tx) =>
    ports.jobs.enqueue(tx, { kind: 'storefront.publish-top-sellers', shopId: shop.id, key: `${shop.id}` }),
  );
}

function saveStep(hot: HotWriter, shopId: number, step: RebuildStep): void {
  const at = new Date(step.place.startedAt);
  switch (step.kind) {
    case 'model':
      saveModel(hot, shopId, step.learned, at);
      break;
    case 'rhythms':
      saveRhythms(hot, shopId, step.rhythms, at);
      break;
    case 'forecasts':
      for (const { subject, rows } of step.subjects) {
        const { id } = ensureKeyHot(hot, shopId, subject, at);
        // What an order brought while this was worked out knows more.
        if (!isForecastSince(hot, shopId, id, at)) replaceForecasts(hot, shopId, id, rows, at);
      }
  }
}

async function sweep(ports: Ports, job: RunningJob, shopId: number, place: RebuildPlace): Promise<void> {
  const at = new Date(place.startedAt);
  await ports.db.hot.write((hot) => forgetRhythmsBefore(hot, shopId, at));
  for (let after: number | null = Number(place.after); after !== null;) {
    const upTo: number | null = await forecastKeyAfter(ports.db.hot, shopId, after, SWEPT);
    const keys = { after, upTo };
    await ports.db.hot.write((hot) => {
      forgetForecastsBefore(hot, shopId, keys, at);
      ports.jobs.keepPlace(hot, job.id, { ...place, phase: 'sweep', after: `${upTo ?? ''}` });
    });
    after = upTo;
  }
}
