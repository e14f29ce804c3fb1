/** What runs each job, and which come round by themselves. With follow-orders.server.ts and the routes the place that knows all rooms. */
import { refreshProducts } from './catalogue/refresh-products.server';
import { rereadSizes } from './catalogue/reread-sizes.server';
import { reviewProducts } from './catalogue/review-products.server';
import { rebuildVerdicts } from './consumables/rebuild-verdicts.server';
import { decideFollowUps } from './follow-ups/decide-follow-ups.server';
import { planFollowUps } from './follow-ups/plan-follow-ups.server';
import { removeDiscount, sweepFollowUps } from './follow-ups/sweep-follow-ups.server';
import { followLeaving } from './follow-leaving.server';
import { followAcceptedReminders, followArrivedOrders, followPastOrders } from './follow-orders.server';
import type { RecurringJob } from './jobs/schedule.server';
import { writeConsent } from './mail/consent/write-consent.server';
import { deliverMessages } from './mail/outbox/deliver-messages.server';
import { pollMailbox } from './mail/returns/poll-mailbox.server';
import { MAIL_KINDS } from './mail-kinds.server';
import type { UploadMemories } from './orders/upload/upload-memory';
import { processInbox } from './orders/intake/process-inbox.server';
import { readUpload } from './orders/upload/read-upload.server';
import { forgetOldInbox, reconcileOrders } from './orders/intake/reconcile-orders.server';
import { refetchOrders } from './orders/intake/refetch-orders.server';
import { runBackfill } from './orders/backfill/run-backfill.server';
import { sweepUploads } from './orders/upload/sweep-uploads.server';
import type { JobHandlers, NewJob, Ports } from './ports';
import { eraseCustomer } from './privacy/erase-customer.server';
import { eraseShop } from './privacy/erase-shop.server';
import { overwriteErased } from './privacy/overwrite-erased.server';
import { learnFigures, requestFigures } from './recommend/learn/learn-figures.server';
import { rebuildForecasts } from './refills/forecasts/rebuild-forecasts.server';
import { requestFirstBacktest, runBacktest } from './refills/backtest/run-backtest.server';
import { planReminders } from './reminders/plan-reminders.server';
import { sweepOffers } from './reminders/settle-offers.server';
import { collectResults } from './results/counting/collect-results.server';
import { rebuildInsights } from './results/insights/rebuild-insights.server';
import { watchTactics } from './results/watch/watch-tactics.server';
import { keepResultsPage } from './results/page/keep-page.server';
import { readSettings } from './shops/read-settings.server';
import { listInstalledShops } from './shops/shop-store.server';
import { publishTopSellers } from './storefront/publish-top-sellers.server';

const HOUR_MS = 3_600_000;

type ShopWideJob = Exclude<
  Extract<NewJob, { readonly shopId: number }>,
  { readonly payload: object }
>['kind'];

/** For a recurring job that gives every installed shop a job of its own. */
function forEachShop(kind: ShopWideJob) {
  return async (ports: Ports): Promise<void> => {
    const shops = await listInstalledShops(ports.db.read);
    await ports.db.group(async (tx) => {
      for (const { id } of shops) await ports.jobs.enqueue(tx, { kind, shopId: id, key: `${id}` });
    });
  };
}

/** Of this process alone. */
const uploadMemories: UploadMemories = new Map();

export const HANDLERS: JobHandlers = {
  'shops.read-settings': readSettings,
  'shops.leave': followLeaving,
  'catalogue.refresh-products': refreshProducts,
  'orders.backfill': runBackfill,
  'orders.import': (ports, job) => readUpload(ports, job, uploadMemories),
  'orders.sweep-imports': sweepUploads,
  'orders.process-inbox': processInbox,
  'orders.refetch': refetchOrders,
  'orders.reconcile': reconcileOrders,
  'orders.reconcile-all': async (ports) => {
    await forEachShop('orders.reconcile')(ports);
    await forgetOldInbox(ports);
  },
  'orders.arrived': followArrivedOrders,
  'shoppers.learn': followPastOrders,
  'consumables.rebuild': async (ports, job) => {
    await reviewProducts(ports, job);
    await rereadSizes(ports, job);
    await rebuildVerdicts(ports, job);
    await requestFigures(ports, job);
  },
  'consumables.rebuild-all': forEachShop('consumables.rebuild'),
  'refills.rebuild': async (ports, job) => {
    await rebuildForecasts(ports, job);
    await requestFirstBacktest(ports, job);
  },
  'refills.backtest': (ports, job) => runBacktest(ports, job),
  'recommend.learn': (ports, job) => learnFigures(ports, job),
  'storefront.publish-top-sellers': publishTopSellers,
  'mail.plan': planReminders,
  'mail.deliver': (ports) => deliverMessages(ports, MAIL_KINDS),
  'mail.read-returns': pollMailbox,
  'mail.write-consent': (ports, { shopId }) => writeConsent(ports, { shopId }),
  'reminders.activate': followAcceptedReminders,
  'reminders.sweep-offers': sweepOffers,
  'follow-ups.plan': planFollowUps,
  'follow-ups.decide': decideFollowUps,
  'follow-ups.sweep': sweepFollowUps,
  'follow-ups.remove-discount': removeDiscount,
  'results.collect': collectResults,
  'results.collect-all': forEachShop('results.collect'),
  'results.keep-page': keepResultsPage,
  'results.keep-pages': forEachShop('results.keep-page'),
  'results.watch': watchTactics,
  'results.watch-all': forEachShop('results.watch'),
  'results.insights': rebuildInsights,
  'results.insights-all': forEachShop('results.insights'),
  'privacy.erase-customer': eraseCustomer,
  'privacy.erase-shop': eraseShop,
  'privacy.overwrite-erased': overwriteErased,
  'jobs.forget-failed': (ports) => ports.jobs.forgetFailed(),
};

export const RECURRING: readonly RecurringJob[] = [
  { kind: 'orders.reconcile-all', everyMs: HOUR_MS },
  { kind: 'orders.sweep-imports', everyMs: HOUR_MS },
  { kind: 'reminders.sweep-offers', everyMs: HOUR_MS },
  { kind: 'mail.plan', everyMs: HOUR_MS },
  { kind: 'follow-ups.plan', everyMs: HOUR_MS },
  { kind: 'follow-ups.sweep', everyMs: 24 * HOUR_MS },
  { kind: 'mail.read-returns', everyMs: HOUR_MS / 12 },
  { kind: 'results.watch-all', everyMs: HOUR_MS },
  { kind: 'results.collect-all', everyMs: HOUR_MS / 6 },
  // Soon after each shop's own midnight.
  { kind: 'results.keep-pages', everyMs: HOUR_MS },
  { kind: 'results.insights-all', everyMs: 24 * HOUR_MS },
  { kind: 'jobs.forget-failed', everyMs: 24 * HOUR_MS },
  // And with them forecasts and what fits next.
  { kind: 'consumables.rebuild-all', everyMs: 24 * HOUR_MS },
];
