import type { JobOf, Ports, Writer } from '../../ports';
import { ensureKey } from '../../shoppers/key-store.server';
import { localDay } from '../../shops/local-day';
import { loadShop } from '../../shops/shop-store.server';
import {
  forecastKeyAfter,
  forgetForecastsBefore,
  keysForecastSince,
  replaceForecasts,
  type KeyForecasts,
} from './forecast-store.server';
import { loadModel, saveModel } from '../model/model-store.server';
import { placeAtStart, type RebuildPlace } from './rebuild-place';
import * as rebuild from './rebuild-steps.server';
import type { RebuildInput, RebuildStep, BuyerRows } from './rebuild-steps.server';
import { forgetRhythmsBefore, saveRhythms } from '../learn/rhythm-store.server';
import { DONE_HERE, stepsOfShop } from './steps-of-shop.server';

type RunningJob = JobOf<'refills.rebuild'> & { readonly id: bigint };

/** Forecasts looked at in one sweeping write. */
const SWEPT = 2_000;

/**
 * Job `refills.rebuild`: what the shop's purchases teach, then every buyer's forecasts, in short writes. It keeps its
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
    model: await loadModel(ports.db.read, shop.id),
  };
  const file = new URL('./rebuild-steps.server.ts', import.meta.url);
  const all = await stepsOfShop<RebuildInput, RebuildStep>(ports, rebuild, file, input, doneHere);
  for await (const step of all) {
    place = step.place;
    await ports.db.group(async (tx) => {
      await saveStep(tx, shop.id, step);
      await ports.jobs.keepPlace(tx, job.id, step.place);
    });
  }
  await sweep(ports, job, shop.id, place);
  await ports.db.write((tx) =>
    ports.jobs.enqueue(tx, { kind: 'storefront.publish-top-sellers', shopId: shop.id, key: `${shop.id}` }),
  );
}

async function saveStep(tx: Writer, shopId: number, step: RebuildStep): Promise<void> {
  const at = new Date(step.place.startedAt);
  switch (step.kind) {
    case 'model':
      return saveModel(tx, shopId, step.learned, at);
    case 'rhythms':
      return saveRhythms(tx, shopId, step.rhythms, at);
    case 'forecasts':
      return saveForecasts(tx, shopId, step.buyers, at);
  }
}

async function saveForecasts(
  tx: Writer,
  shopId: number,
  buyers: readonly BuyerRows[],
  at: Date,
): Promise<void> {
  const keys: KeyForecasts[] = [];
  for (const { buyer, rows } of buyers) {
    const { id } = await ensureKey(tx, { shopId, ...buyer, at });
    keys.push({ keyId: id, rows });
  }
  // What an order brought while this was worked out knows more.
  const newer = await keysForecastSince(
    tx,
    shopId,
    keys.map(({ keyId }) => keyId),
    at,
  );
  await replaceForecasts(
    tx,
    shopId,
    keys.filter(({ keyId }) => !newer.has(keyId)),
    at,
  );
}

async function sweep(ports: Ports, job: RunningJob, shopId: number, place: RebuildPlace): Promise<void> {
  const at = new Date(place.startedAt);
  await ports.db.group((tx) => forgetRhythmsBefore(tx, shopId, at));
  for (let after: number | null = Number(place.after); after !== null;) {
    const upTo: number | null = await forecastKeyAfter(ports.db.read, shopId, after, SWEPT);
    const keys = { after, upTo };
    await ports.db.group(async (tx) => {
      await forgetForecastsBefore(tx, shopId, keys, at);
      await ports.jobs.keepPlace(tx, job.id, { ...place, phase: 'sweep', after: `${upTo ?? ''}` });
    });
    after = upTo;
  }
}
