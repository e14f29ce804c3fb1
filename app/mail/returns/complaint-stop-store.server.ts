import type { Reader, Tx } from '../../ports';
import type { ComplaintCount } from './complaint-rate';

export interface ComplaintStop extends ComplaintCount {
  /** Larder's clock. */
  readonly stoppedAt: Date;
  /** Null while it holds. */
  readonly liftedAt: Date | null;
}

/** The last time that complaints stopped a shop's mail, or null when they never did. */
export async function loadComplaintStop(db: Reader, shopId: number): Promise<ComplaintStop | null> {
  return db.prisma.complaintStop.findUnique({ where: { shopId } });
}

/** Whether a shop's mail is stopped now. */
export async function isStopped(db: Reader, shopId: number): Promise<boolean> {
  const stop = await loadComplaintStop(db, shopId);
  return stop !== null && stop.liftedAt === null;
}

export async function stopForComplaints(
  tx: Tx,
  shopId: number,
  { complaints, mails, at }: ComplaintCount & { readonly at: Date },
): Promise<void> {
  const data = { stoppedAt: at, complaints, mails, liftedAt: null };
  await tx.prisma.complaintStop.upsert({ where: { shopId }, create: { shopId, ...data }, update: data });
}

/** @returns false when nothing was stopped */
export async function liftStop(tx: Tx, shopId: number, at: Date): Promise<boolean> {
  const where = { shopId, liftedAt: null };
  return (await tx.prisma.complaintStop.updateMany({ where, data: { liftedAt: at } })).count === 1;
}
