/** Every job kind and what runs it: the one place besides routes and server/ that may know all rooms. */
import { z } from 'zod';
import { rebuildVerdicts } from './consumables/rebuild-verdicts.server';
import type { RecurringJob } from './jobs/worker.server';
import type { JobHandler, Ports } from './ports';
import { rebuildForecasts } from './refills/rebuild-forecasts.server';
import { refreshForecasts } from './refills/refresh-forecasts.server';
import { listInstalledShops } from './shops/shop-store.server';

const HOUR_MS = 3_600_000;

const orderIds = z.object({ orderIds: z.array(z.string().regex(/^\d+$/).transform(BigInt)) });

/** For handlers that work on one shop's orders. */
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

export const HANDLERS: Readonly<Record<string, JobHandler>> = {
  'orders.arrived': onOrders(refreshForecasts),
  'consumables.rebuild': rebuildVerdicts,
  'consumables.nightly': forEachShop('consumables.rebuild'),
  'refills.rebuild': rebuildForecasts,
};

export const RECURRING: readonly RecurringJob[] = [{ kind: 'consumables.nightly', everyMs: 24 * HOUR_MS }];
