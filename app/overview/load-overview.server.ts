import type { Ports } from '../ports';
import { loadBacktest, type BacktestView } from '../refills/backtest/load-backtest.server';
import { localDay } from '../shops/local-day';
import type { Shop } from '../shops/shop';
import { loadTactics, type TacticSummary } from '../tactics/load-tactics.server';
import { loadBackfillProgress, type BackfillProgress } from './load-backfill-progress.server';
import { countHeld, countShoppersDue } from './overview-store.server';

const SOON_DAYS = 7;

export interface Overview {
  readonly backfill: BackfillProgress | null;
  readonly figures: {
    readonly orders: number;
    readonly consumables: number;
    readonly shoppersDue: number;
    readonly remindersWaiting: number;
    readonly mailsSent: number;
  };
  readonly tactics: readonly TacticSummary[];
  /** Null before it was ever asked for. */
  readonly backtest: BacktestView | null;
}

/** What a merchant wants to know at a glance. */
export async function loadOverview(
  ports: Pick<Ports, 'db' | 'clock'>,
  shop: Pick<Shop, 'id' | 'timeZone'>,
): Promise<Overview> {
  const todayOn = localDay(ports.clock.now(), shop.timeZone);
  const [backfill, held, shoppersDue, tactics, backtest] = await Promise.all([
    loadBackfillProgress(ports, shop.id),
    countHeld(ports.db.read, shop.id),
    countShoppersDue(ports.db.read, shop.id, { fromOn: todayOn, toOn: todayOn + SOON_DAYS }),
    loadTactics(ports, shop),
    loadBacktest(ports, shop.id),
  ]);
  return { backfill, figures: { ...held, shoppersDue }, tactics, backtest };
}
