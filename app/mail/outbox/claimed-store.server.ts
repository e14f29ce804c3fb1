import type { Reader, Tx } from '../../ports';
import type { DelayReason, FailReason, HeldReason } from './message';
import { DUE, type CarriedMessage, type DueMessage, type MessageId } from './outbox-store.server';

/** A message and those that go in its mail: whatever becomes of it becomes of all of them, in one statement. */
const withRiders = ({ shopId, id }: MessageId) => ({ shopId, OR: [{ id }, { carrierId: id }] });

/** A message that has a mail and those that go in it, the carrier first. */
export async function loadCarried(db: Reader, message: MessageId): Promise<readonly CarriedMessage[]> {
  const rows = await db.prisma.message.findMany({
    where: withRiders(message),
    select: { ...DUE, keyId: true },
    orderBy: { id: 'asc' },
  });
  return [...rows.filter((row) => row.id === message.id), ...rows.filter((row) => row.id !== message.id)];
}

/** Said by the claim's owner, even after it was held for being silent too long: then it is unknown no more. */
export async function markSent(
  tx: Tx,
  { shopId, id }: MessageId,
  by: string,
  sent: { at: Date; providerId: string },
): Promise<boolean> {
  const data = { state: 'sent', reason: null, sentAt: sent.at, providerId: sent.providerId };
  const where = { ...withRiders({ shopId, id }), claimedBy: by, state: { in: ['claimed', 'held'] } };
  return (await tx.prisma.message.updateMany({ where, data })).count > 0;
}

/** The server took it, whoever claimed it since: counted even where that is one time too many. */
export async function countAccepted(tx: Tx, { shopId, id }: MessageId): Promise<void> {
  await tx.prisma.message.updateMany({
    where: withRiders({ shopId, id }),
    data: { acceptedTimes: { increment: 1 } },
  });
}

const claimedBy = (message: MessageId, by: string) => ({
  ...withRiders(message),
  claimedBy: by,
  state: 'claimed',
});

/** Back to planned after a refusal that may pass; nothing was sent, so nothing counts. `notBefore`: wall clock. */
export async function markWaiting(
  tx: Tx,
  message: MessageId,
  by: string,
  wait: { readonly reason: DelayReason; readonly notBefore: Date },
): Promise<boolean> {
  const data = {
    state: 'planned',
    ...wait,
    sentOnAt: null,
    // By the next try each may have been moved or stopped: who goes with whom is decided anew.
    carrierId: null,
    claimedBy: null,
    claimedAt: null,
  };
  return (await tx.prisma.message.updateMany({ where: claimedBy(message, by), data })).count > 0;
}

export async function markFailed(
  tx: Tx,
  message: MessageId,
  by: string,
  reason: FailReason,
): Promise<boolean> {
  const data = { state: 'failed', reason, sentOnAt: null };
  return (await tx.prisma.message.updateMany({ where: claimedBy(message, by), data })).count > 0;
}

export async function markHeld(tx: Tx, message: MessageId, by: string, reason: HeldReason): Promise<boolean> {
  const data = { state: 'held', reason };
  return (await tx.prisma.message.updateMany({ where: claimedBy(message, by), data })).count > 0;
}

/** Claims whose owner has been silent since before `claimedBefore` (wall time); what goes in their mails goes with them. */
export async function silentClaims(
  db: Reader,
  claimedBefore: Date,
): Promise<readonly (DueMessage & { readonly claimedBy: string | null })[]> {
  return db.prisma.message.findMany({
    where: { state: 'claimed', carrierId: null, claimedAt: { lt: claimedBefore } },
    select: { ...DUE, claimedBy: true },
  });
}
