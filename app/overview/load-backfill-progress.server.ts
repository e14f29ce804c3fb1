import { loadBackfill } from '../orders/backfill/backfill-store.server';
import type { BackfillPhase } from '../orders/backfill/backfill';
import { loadReach } from '../orders/order-store.server';
import type { Ports } from '../ports';

/** How far reading the shop's past has come, as pages show it. */
export interface BackfillProgress {
  readonly phase: BackfillPhase;
  readonly productsDone: number;
  readonly ordersDone: number;
  readonly ordersTotal: number | null;
  /** ISO instant of the oldest order that Shopify lets us see; null for all. */
  readonly since: string | null;
  /** Older orders are known all the same: they were uploaded. */
  readonly knowsOlder: boolean;
  readonly error: string | null;
}

/** Null before it starts. */
export async function loadBackfillProgress(
  ports: Pick<Ports, 'db'>,
  shopId: number,
): Promise<BackfillProgress | null> {
  const backfill = await loadBackfill(ports.db.read, shopId);
  if (!backfill) return null;
  const { phase, productsDone, ordersDone, ordersTotal, since, error } = backfill;
  const { oldestAt } = since ? await loadReach(ports.db.read, shopId) : { oldestAt: null };
  const knowsOlder = since !== null && oldestAt !== null && oldestAt < since;
  return {
    phase,
    productsDone,
    ordersDone,
    ordersTotal,
    since: since?.toISOString() ?? null,
    knowsOlder,
    error,
  };
}
