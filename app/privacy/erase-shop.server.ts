import { z } from 'zod';
import { removeShopImports } from '../orders/import-files.server';
import type { Ports } from '../ports';
import { removeShop } from './shop-erasure-store.server';

const SWEEP_AFTER_MS = 3_600_000;

const payloadSchema = z.object({ isSweep: z.boolean().default(false) });

/**
 * Job `privacy.erase-shop`: removes everything of a shop. It sweeps once more an hour later, because work that was under
 * way at the time may have written a last row. A shop that comes back gets a new id, so the sweep cannot touch it.
 */
export async function eraseShop(
  ports: Pick<Ports, 'clock' | 'config' | 'db' | 'jobs'>,
  job: { readonly shopId: number | null; readonly payload: unknown },
): Promise<void> {
  const { shopId } = job;
  if (shopId === null) return;
  const { isSweep } = payloadSchema.parse(job.payload);
  await ports.db.write(async (tx) => {
    await removeShop(tx, shopId);
    await ports.jobs.enqueue(tx, { kind: 'privacy.overwrite-erased', shopId, key: `${shopId}` });
    if (isSweep) return;
    const dueAt = new Date(ports.clock.now().getTime() + SWEEP_AFTER_MS);
    await ports.jobs.enqueue(tx, { kind: 'privacy.erase-shop', shopId, dueAt, payload: { isSweep: true } });
  });
  await removeShopImports(ports.config, shopId);
}
