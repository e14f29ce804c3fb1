import type { Ports } from '../../ports';
import { endWaiting } from '../sending/sending-store.server';
import { liftStop } from './complaint-stop-store.server';

/**
 * The merchant lets mail go out again after too many complaints. What was complained of before counts no more; what waited
 * goes through the last check like any other.
 * @returns false when nothing was stopped
 */
export async function liftComplaintStop(
  ports: Pick<Ports, 'db' | 'clock' | 'jobs'>,
  shopId: number,
): Promise<boolean> {
  const at = ports.clock.now();
  return ports.db.write(async (tx) => {
    if (!(await liftStop(tx, shopId, at))) return false;
    await endWaiting(tx, shopId, 'complaints');
    await ports.jobs.enqueue(tx, { kind: 'mail.deliver', key: 'outbox', dueAt: at });
    return true;
  });
}
