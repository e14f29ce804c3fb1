import type { JobOf, Ports } from '../../ports';
import { DONE_HERE, stepsOfShop } from '../../refills/forecasts/steps-of-shop.server';
import { localDay } from '../../shops/local-day';
import { loadShop } from '../../shops/shop-store.server';
import { saveGate } from '../gate/gate-store.server';
import { saveLists, saveNeighbours } from './figure-store.server';
import * as learn from './learn-steps.server';
import type { LearnInput, LearnStep } from './learn-steps.server';

/**
 * Job `recommend.learn`, every night and whenever a past has been read: what goes with what, what sells best and what is
 * rising, and whether the recommender is worth using. Read and worked out in a thread, saved in short writes; after a crash
 * it starts over.
 */
export async function learnFigures(
  ports: Pick<Ports, 'db' | 'clock' | 'config'>,
  job: JobOf<'recommend.learn'>,
  doneHere = DONE_HERE,
): Promise<void> {
  const shop = await loadShop(ports.db.read, job.shopId);
  if (!shop || shop.uninstalledAt) return;
  const shopId = shop.id;
  const at = ports.clock.now();
  const input: LearnInput = { shopId, todayOn: localDay(at, shop.timeZone) };
  const file = new URL('./learn-steps.server.ts', import.meta.url);
  for await (const step of await stepsOfShop<LearnInput, LearnStep>(ports, learn, file, input, doneHere)) {
    await ports.db.group(async (tx) => {
      switch (step.kind) {
        case 'gate':
          return saveGate(tx, shopId, { ...step.decision, decidedAt: at });
        case 'lists':
          return saveLists(tx, shopId, step.lists);
        case 'neighbours':
          return saveNeighbours(tx, shopId, step.products);
      }
    });
  }
}

/** Asks for the figures anew, once however often it is asked before they are made. */
export async function requestFigures(
  ports: Pick<Ports, 'db' | 'jobs'>,
  { shopId }: { readonly shopId: number },
): Promise<void> {
  await ports.db.group((tx) => ports.jobs.enqueue(tx, { kind: 'recommend.learn', shopId, key: `${shopId}` }));
}
