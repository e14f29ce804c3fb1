import { hasScope, type Shop } from '../../shops/shop';

/** How far back `read_orders` alone reaches. */
export const LIMITED_HISTORY_DAYS = 60;

const DAY_MS = 86_400_000;

export type BackfillPhase = 'products' | 'orders' | 'done' | 'failed';

/** How far the reading of a shop's past has come; Home shows it. */
export interface Backfill {
  readonly phase: BackfillPhase;
  readonly cursor: string | null;
  readonly productsDone: number;
  readonly ordersDone: number;
  readonly ordersTotal: number | null;
  /** Oldest order that the granted scopes let us see; null: all. */
  readonly since: Date | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly error: string | null;
}

/**
 * What a backfill job has to do: begin at the first page, go on after the last one, or nothing. It begins for a new shop,
 * one that has come back, and one that has granted `read_all_orders` since.
 */
export function nextStep(
  backfill: Backfill | null,
  shop: Pick<Shop, 'installedAt' | 'scopes'>,
): 'begin' | 'continue' | 'nothing' {
  if (!backfill || backfill.startedAt < shop.installedAt) return 'begin';
  if (backfill.since !== null && hasScope(shop, 'read_all_orders')) return 'begin';
  return backfill.phase === 'done' || backfill.phase === 'failed' ? 'nothing' : 'continue';
}

/** The first state of a backfill that starts now. */
export function beginBackfill(shop: Pick<Shop, 'scopes'>, now: Date): Backfill {
  const since = hasScope(shop, 'read_all_orders')
    ? null
    : new Date(now.getTime() - LIMITED_HISTORY_DAYS * DAY_MS);
  return {
    phase: 'products',
    cursor: null,
    productsDone: 0,
    ordersDone: 0,
    ordersTotal: null,
    since,
    startedAt: now,
    finishedAt: null,
    error: null,
  };
}

/** Shopify's search for the orders of a backfill; null for all. */
export function ordersQuery(since: Date | null): string | null {
  return since ? `created_at:>='${since.toISOString()}'` : null;
}

/** The state after a page of the current phase. */
export function afterPage(
  backfill: Backfill,
  page: { readonly items: number; readonly nextCursor: string | null; readonly ordersTotal?: number | null },
  now: Date,
): Backfill {
  const isOrders = backfill.phase === 'orders';
  const counted = {
    ...backfill,
    error: null,
    productsDone: backfill.productsDone + (isOrders ? 0 : page.items),
    ordersDone: backfill.ordersDone + (isOrders ? page.items : 0),
    ordersTotal: page.ordersTotal ?? backfill.ordersTotal,
  };
  if (page.nextCursor !== null) return { ...counted, cursor: page.nextCursor };
  return isOrders
    ? { ...counted, phase: 'done', cursor: null, finishedAt: now }
    : { ...counted, phase: 'orders', cursor: null };
}
