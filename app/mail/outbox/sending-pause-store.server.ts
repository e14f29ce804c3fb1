import type { Reader, Tx } from '../../ports';
import { pauseMs, type PauseReason } from './sending-pause';

export interface SendingPause {
  readonly reason: PauseReason;
  readonly said: string;
  /** Larder's clock. */
  readonly sinceAt: Date;
  /** Wall clock. */
  readonly nextTryAt: Date;
}

/** Why no mail of a shop goes out, or null while nothing is known against it. */
export async function loadPause(db: Reader, shopId: number): Promise<SendingPause | null> {
  const row = await db.prisma.sendingPause.findUnique({ where: { shopId } });
  return row && { ...row, reason: row.reason as PauseReason };
}

/** Begins or lengthens a pause, for as long as the server asked at least. `sinceAt` stays while the reason does. */
export async function pauseSending(
  tx: Tx,
  shopId: number,
  refusal: { reason: PauseReason; said: string; at: Date; wall: Date; askedMs?: number },
): Promise<{ readonly nextTryAt: Date; readonly pausedMs: number }> {
  const { reason, said, at, wall, askedMs = 0 } = refusal;
  const known = await tx.prisma.sendingPause.findUnique({ where: { shopId } });
  // Several were in flight: one refusal, heard more than once.
  if (known && known.nextTryAt > wall) {
    return { nextTryAt: known.nextTryAt, pausedMs: known.nextTryAt.getTime() - wall.getTime() };
  }
  const refusals = (known?.refusals ?? 0) + 1;
  const pausedMs = Math.max(pauseMs(refusals), askedMs);
  const nextTryAt = new Date(wall.getTime() + pausedMs);
  const sinceAt = known?.reason === reason ? known.sinceAt : at;
  const data = { reason, said, sinceAt, refusals, nextTryAt };
  await tx.prisma.sendingPause.upsert({ where: { shopId }, create: { shopId, ...data }, update: data });
  return { nextTryAt, pausedMs };
}

/** A mail went through. */
export async function endPause(tx: Tx, shopId: number): Promise<void> {
  await tx.prisma.sendingPause.deleteMany({ where: { shopId } });
}
