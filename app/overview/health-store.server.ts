import type { Reader } from '../ports';

/** Tries after which a job is worth showing although it is still tried. */
const SHOWN_AFTER_TRIES = 3;

export interface FailedMessage {
  readonly webhookId: string;
  readonly topic: string;
  readonly error: string | null;
  readonly receivedAt: Date;
}

export interface FailedJob {
  readonly id: number;
  readonly kind: string;
  readonly error: string | null;
  /** It is still tried again. */
  readonly isTried: boolean;
}

/** Webhooks that could not be understood or worked off, newest first. */
export async function failedMessages(
  reader: Reader,
  shopId: number,
  limit: number,
): Promise<readonly FailedMessage[]> {
  return reader.prisma.inboxMessage.findMany({
    where: { shopId, state: 'failed' },
    select: { webhookId: true, topic: true, error: true, receivedAt: true },
    orderBy: { receivedAt: 'desc' },
    take: limit,
  });
}

export async function failedJobs(
  reader: Reader,
  shopId: number,
  limit: number,
): Promise<readonly FailedJob[]> {
  const rows = await reader.prisma.job.findMany({
    where: {
      shopId,
      OR: [{ state: 'failed' }, { attempts: { gte: SHOWN_AFTER_TRIES }, error: { not: null } }],
    },
    select: { id: true, kind: true, error: true, state: true },
    orderBy: { id: 'desc' },
    take: limit,
  });
  return rows.map(({ state, ...row }) => ({ ...row, isTried: state !== 'failed' }));
}

/** The newest order we hold, by the shop's own clock. */
export async function newestOrder(
  reader: Reader,
  shopId: number,
): Promise<{ name: string; placedAt: Date } | null> {
  return reader.prisma.order.findFirst({
    where: { shopId },
    select: { name: true, placedAt: true },
    orderBy: { placedAt: 'desc' },
  });
}
