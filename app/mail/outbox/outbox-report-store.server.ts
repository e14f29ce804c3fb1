import type { Reader } from '../../ports';
import type { MessageState } from './message';

export interface OutboxCount {
  readonly state: MessageState;
  /** Why it was skipped, held or failed, or why a planned one waits. */
  readonly reason: string | null;
  readonly count: number;
}

/** How the messages of one kind ended, or what they wait for. */
export async function countMessages(
  db: Reader,
  shopId: number,
  kind: string,
): Promise<readonly OutboxCount[]> {
  const rows = await db.prisma.message.groupBy({
    by: ['state', 'reason'],
    where: { shopId, kind },
    _count: { _all: true },
    orderBy: [{ state: 'asc' }, { reason: 'asc' }],
  });
  return rows.map(({ state, reason, _count }) => ({
    state: state as MessageState,
    reason,
    count: _count._all,
  }));
}
