/** Every job kind and what runs it: the one place besides routes and server/ that may know all rooms. */
import { z } from 'zod';
import { refreshProducts } from './catalogue/refresh-products.server';
import { reviewSensitive } from './catalogue/review-sensitive.server';
import { rebuildVerdicts } from './consumables/rebuild-verdicts.server';
import type { RecurringJob } from './jobs/worker.server';
import { deliverMessages } from './mail/deliver-messages.server';
import { MAIL_KINDS } from './mail-kinds.server';
import type { ImportMemories } from './orders/import-memory';
import { processInbox } from './orders/process-inbox.server';
import { readImport } from './orders/read-import.server';
import { reconcileOrders } from './orders/reconcile-orders.server';
import { refetchOrders } from './orders/refetch-orders.server';
import { runBackfill } from './orders/run-backfill.server';
import { sweepImports } from './orders/sweep-imports.server';
import type { JobHandler, Ports } from './ports';
import { eraseCustomer } from './privacy/erase-customer.server';
import { eraseShop } from './privacy/erase-shop.server';
import { overwriteErased } from './privacy/overwrite-erased.server';
import { rebuildForecasts } from './refills/rebuild-forecasts.server';
import { requestFirstBacktest, runBacktest } from './refills/run-backtest.server';
import { refreshForecasts } from './refills/refresh-forecasts.server';
import { activateReminders } from './reminders/activate-reminders.server';
import { planReminders } from './reminders/plan-reminders.server';
import { settleOffers, sweepOffers } from './reminders/settle-offers.server';
import { collectResults } from './results/collect-results.server';
import { countLater, rebuildResults } from './results/count-later.server';
import { rebuildInsights } from './results/rebuild-insights.server';
import { watchTactics } from './results/watch-tactics.server';
import { keepResultsPage } from './results/keep-page.server';
import { learnFromOrders } from './shoppers/learn-from-orders.server';
import { readSettings } from './shops/read-settings.server';
import { listInstalledShops } from './shops/shop-store.server';
import { publishTopSellers } from './storefront/publish-top-sellers.server';

const HOUR_MS = 3_600_000;

const orderIds = z.object({ orderIds: z.array(z.string().regex(/^\d+$/).transform(BigInt)) });

/** For use cases that work on some orders of one shop, one after the other. */
function onOrders(
  ...steps: ((ports: Ports, job: { shopId: number; orderIds: readonly bigint[] }) => Promise<void>)[]
): JobHandler {
  return async (ports, { shopId, payload }) => {
    if (shopId === null) return;
    const job = { shopId, ...orderIds.parse(payload) };
    for (const step of steps) await step(ports, job);
  };
}

/** A recurring job that gives every installed shop a job of its own. */
function forEachShop(kind: string): JobHandler {
  return async (ports) => {
    const shops = await listInstalledShops(ports.db.read);
    await ports.db.write(async (tx) => {
      for (const shop of shops) await ports.jobs.enqueue(tx, { kind, shopId: shop.id, key: `${shop.id}` });
    });
  };
}

/** Of this process alone. */
const importMemories: ImportMemories = new Map();

export const HANDLERS: Readonly<Record<string, JobHandler>> = {
  'shops.read-settings': readSettings,
  'catalogue.refresh-products': refreshProducts,
  'orders.backfill': runBackfill,
  'orders.import': (ports, job) => readImport(ports, job, importMemories),
  'orders.sweep-imports': (ports) => sweepImports(ports),
  'orders.process-inbox': (ports) => processInbox(ports),
  'orders.refetch': refetchOrders,
  'orders.reconcile': reconcileOrders,
  // Offers that guests met become exposures, then identity: what follows counts and forecasts by person. Last what asks Shopify, so that an outage costs no count;
  // the hourly planning takes up reminders that were missed.
  'orders.arrived': onOrders(settleOffers, learnFromOrders, refreshForecasts, countLater, activateReminders),
  'shoppers.learn': onOrders(settleOffers, learnFromOrders, countLater),
  'reminders.activate': onOrders(activateReminders),
  'consumables.rebuild': async (ports, job) => {
    await reviewSensitive(ports, job);
    await rebuildVerdicts(ports, job);
  },
  'refills.rebuild': async (ports, job) => {
    await rebuildForecasts(ports, job);
    await requestFirstBacktest(ports, job);
  },
  'refills.backtest': (ports, job) => runBacktest(ports, job),
  'storefront.publish-top-sellers': publishTopSellers,
  'reminders.sweep-offers': (ports) => sweepOffers(ports),
  'mail.plan': (ports) => planReminders(ports),
  'mail.deliver': (ports) => deliverMessages(ports, MAIL_KINDS),
  results: forEachShop('results.collect'),
  'results.collect': collectResults,
  'results.rebuild': rebuildResults,
  'results.keep-page': keepResultsPage,
  'results.keep-pages': forEachShop('results.keep-page'),
  'privacy.erase-customer': eraseCustomer,
  'privacy.erase-shop': eraseShop,
  'privacy.overwrite-erased': overwriteErased,
  'jobs.forget-failed': (ports) => ports.jobs.forgetFailed(),
  // Each step of the night asks for the next: sensitive goods and verdicts, forecasts, top sellers.
  nightly: forEachShop('consumables.rebuild'),
  'results.watch': watchTactics,
  'results.insights': rebuildInsights,
  insights: forEachShop('results.insights'),
  hourly: forEachShop('results.watch'),
};

export const RECURRING: readonly RecurringJob[] = [
  { kind: 'orders.reconcile', everyMs: HOUR_MS },
  { kind: 'orders.sweep-imports', everyMs: HOUR_MS },
  { kind: 'reminders.sweep-offers', everyMs: HOUR_MS },
  { kind: 'mail.plan', everyMs: HOUR_MS },
  { kind: 'hourly', everyMs: HOUR_MS },
  { kind: 'results', everyMs: HOUR_MS / 6 },
  // Soon after each shop's own midnight.
  { kind: 'results.keep-pages', everyMs: HOUR_MS },
  { kind: 'insights', everyMs: 24 * HOUR_MS },
  { kind: 'jobs.forget-failed', everyMs: 24 * HOUR_MS },
  { kind: 'nightly', everyMs: 24 * HOUR_MS },
];
