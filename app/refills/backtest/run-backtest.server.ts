import { judgeProducts } from '../../consumables/judge-products.server';
import type { Ports } from '../../ports';
import { localDay } from '../../shops/local-day';
import { loadShop } from '../../shops/shop-store.server';
import { backtestDays, hasEnough } from './backtest';
import * as backtest from './backtest-steps.server';
import type { BacktestInput, BacktestStep } from './backtest-steps.server';
import { saveBacktest, storedBacktest } from './backtest-store.server';
import { firstPurchaseOn } from '../learn/shop-purchase-store.server';
import { DONE_HERE, stepsOfShop } from '../forecasts/steps-of-shop.server';

type Job = { readonly shopId: number };

/**
 * Job `refills.backtest`: what reminders of the last 90 days would have been worth, had Larder run. Which products are
 * consumables, how fast they go and how the model weighs is learned from purchases before those days only.
 */
export async function runBacktest(ports: Ports, job: Job, doneHere = DONE_HERE): Promise<void> {
  const shop = await loadShop(ports.db.read, job.shopId);
  if (!shop || shop.uninstalledAt) return;
  const shopId = shop.id;
  const startedAt = ports.clock.now();
  const todayOn = localDay(startedAt, shop.timeZone);
  const save = (about: Parameters<typeof saveBacktest>[2]) =>
    ports.db.write((tx) => saveBacktest(tx, shopId, about));
  const days = backtestDays(await firstPurchaseOn(ports.db.read, shopId), todayOn);
  if (!days) return save({ state: 'too-little', startedAt, finishedAt: startedAt });
  await save({ state: 'running', done: 0, total: null, error: null, startedAt, finishedAt: null });

  const verdicts = await judgeProducts(ports, shopId, days.fromOn - 1);
  const consumables = verdicts.filter(({ modelSays }) => modelSays).map(({ productId }) => productId);
  const input: BacktestInput = { shopId, todayOn, days, consumables };
  const file = new URL('./backtest-steps.server.ts', import.meta.url);
  const steps = await stepsOfShop<BacktestInput, BacktestStep>(ports, backtest, file, input, doneHere);
  for await (const step of steps) {
    if (step.kind === 'progress') await save({ state: 'running', done: step.done, total: step.total });
    else {
      const { counts, learnedFrom } = step;
      const result = { ...days, ...counts, learnedFrom, products: consumables.length };
      const state = hasEnough(counts) ? 'done' : 'too-little';
      await save({ state, result, finishedAt: ports.clock.now() });
    }
  }
}

/** Asks for the shop's first backtest once its past has been read and forecast; a shop that has one is left alone. */
export async function requestFirstBacktest(ports: Ports, { shopId }: Job): Promise<void> {
  if (await storedBacktest(ports.db.read, shopId)) return;
  await requestBacktest(ports, shopId);
}

/** Asks for a backtest; what the last one said stays until it is there. */
export async function requestBacktest(
  ports: Pick<Ports, 'db' | 'jobs' | 'clock'>,
  shopId: number,
): Promise<void> {
  await ports.db.write(async (tx) => {
    await saveBacktest(tx, shopId, { state: 'waiting', done: 0, total: null, startedAt: ports.clock.now() });
    await ports.jobs.enqueue(tx, { kind: 'refills.backtest', shopId, key: `${shopId}` });
  });
}
