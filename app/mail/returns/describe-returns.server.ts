import type { Ports } from '../../ports';
import { complaintState, countedFrom } from './complaint-rate';
import { loadComplaintStop } from './complaint-stop-store.server';
import { countComplaints } from './return-store.server';

/** What readers' complaints mean for a shop's mail; plain JSON. */
export interface ComplaintsView {
  readonly state: 'warns' | 'stops';
  readonly complaints: number;
  readonly mails: number;
  /** ISO instant; null while mail goes out. */
  readonly stoppedAt: string | null;
}

/** Null while there is nothing to say. */
export async function describeComplaints(
  ports: Pick<Ports, 'db' | 'clock'>,
  shopId: number,
): Promise<ComplaintsView | null> {
  const stop = await loadComplaintStop(ports.db.read, shopId);
  if (stop && stop.liftedAt === null) {
    const { complaints, mails, stoppedAt } = stop;
    return { state: 'stops', complaints, mails, stoppedAt: stoppedAt.toISOString() };
  }
  const since = countedFrom(ports.clock.now(), stop?.liftedAt ?? null);
  const count = await countComplaints(ports.db.read, shopId, since);
  return complaintState(count) === 'fine' ? null : { state: 'warns', ...count, stoppedAt: null };
}
