import type { Backtest } from '@prisma/client';
import type { Reader, Tx } from '../../ports';

export type BacktestState = 'waiting' | 'running' | 'done' | 'too-little' | 'failed';

export async function storedBacktest(reader: Reader, shopId: number): Promise<Backtest | null> {
  return reader.prisma.backtest.findUnique({ where: { shopId } });
}

/** The way a backtest stands. A result stays until the next one takes its place. */
export async function saveBacktest(
  tx: Tx,
  shopId: number,
  about: {
    readonly state: BacktestState;
    readonly done?: number;
    readonly total?: number | null;
    readonly result?: object;
    readonly error?: string | null;
    readonly startedAt?: Date;
    readonly finishedAt?: Date | null;
  },
): Promise<void> {
  const startedAt = about.startedAt ?? new Date(0);
  await tx.prisma.backtest.upsert({
    where: { shopId },
    create: { shopId, ...about, startedAt },
    update: about,
  });
}
