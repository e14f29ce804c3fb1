import type { Ports, Tx } from '../../ports';
import { insertPlanned, type NewMessage } from './outbox-store.server';

/** Plans a message inside the caller's transaction, and the look at the outbox when it is due. Repeats change nothing. */
export async function planMessage(
  ports: Pick<Ports, 'jobs' | 'random' | 'clock'>,
  tx: Tx,
  message: Omit<NewMessage, 'id' | 'at'>,
): Promise<void> {
  await insertPlanned(tx, { ...message, id: ports.random.id(), at: ports.clock.now() });
  await ports.jobs.enqueue(tx, { kind: 'mail.deliver', key: 'outbox', dueAt: message.meantFor });
}
