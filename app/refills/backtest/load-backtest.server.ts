import { z } from 'zod';
import type { Ports } from '../../ports';
import { dayToIso } from '../../shops/local-day';
import type { BacktestCounts } from './backtest';
import { storedBacktest, type BacktestState } from './backtest-store.server';

const timely = z.object({ reminders: z.number(), timely: z.number() });
const result = z.object({
  ...{ fromOn: z.number(), toOn: z.number(), products: z.number(), learnedFrom: z.number() },
  ...{ larder: timely, fixed: timely, notSoon: z.number() },
  weeks: z.array(z.object({ week: z.number(), count: z.number() })),
});

export interface BacktestView {
  readonly state: BacktestState;
  readonly done: number;
  readonly total: number | null;
  /** ISO instant of the last result. */
  readonly finishedAt: string | null;
  readonly result:
    | (BacktestCounts & {
        /** `YYYY-MM-DD`, both included. */
        readonly from: string;
        readonly to: string;
        readonly products: number;
        readonly learnedFrom: number;
      })
    | null;
}

/** How the shop's backtest stands; null before it was ever asked for. */
export async function loadBacktest(ports: Pick<Ports, 'db'>, shopId: number): Promise<BacktestView | null> {
  const row = await storedBacktest(ports.db.read, shopId);
  if (!row) return null;
  const stored = result.safeParse(row.result).data;
  return {
    state: row.state as BacktestState,
    done: row.done,
    total: row.total,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    result: stored ? { ...stored, from: dayToIso(stored.fromOn), to: dayToIso(stored.toOn) } : null,
  };
}
