import { statement } from '../../db/statement';
import type { Reader, Tx, Writer } from '../../ports';
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

const MARK = statement(
  `UPDATE "Message" SET "handedOverAt" = :wall
  WHERE "shopId" = :shopId AND ("id" = :id OR "carrierId" = :id) AND "claimedBy" = :by AND "state" = 'claimed'`,
);

/**
 * Marks a message and what goes in its mail. The server gets the content as soon as this has committed: from here on nobody can
 * know that it was not sent.
 * @returns false when the claim is no longer the caller's: then nothing may be sent
 */
export async function markHandedOver(
  tx: Writer,
  { shopId, id }: MessageId,
  by: string,
  wall: Date,
): Promise<boolean> {
  return (await tx.run(MARK, { shopId, id, by, wall })) > 0;
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

/**
 * Of a message that nobody claims, and that was surely not sent. By the next try each may have been moved or stopped: who goes
 * with whom is decided anew.
 */
export const FREED = {
  ...{ sentOnAt: null, claimedBy: null, claimedAt: null, handedOverAt: null, carrierId: null },
} as const;

/** Back to planned: whoever claimed it died, or was too late, before the server got anything. */
export async function freeClaim(tx: Tx, message: MessageId, by: string): Promise<boolean> {
  const where = { ...claimedBy(message, by), handedOverAt: null };
  return (await tx.prisma.message.updateMany({ where, data: { state: 'planned', ...FREED } })).count > 0;
}

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
    ...FREED,
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

/**
 * Claims whose owner has been silent since before `claimedBefore` (wall time); null: all, whatever the wall clock did since.
 * What goes in their mails goes with them.
 */
export async function silentClaims(
  db: Reader,
  claimedBefore: Date | null,
): Promise<
  readonly (DueMessage & { readonly claimedBy: string | null; readonly handedOverAt: Date | null })[]
> {
  return db.prisma.message.findMany({
    where: { state: 'claimed', carrierId: null, ...(claimedBefore && { claimedAt: { lt: claimedBefore } }) },
    select: { ...DUE, claimedBy: true, handedOverAt: true },
  });
}
