import type { Tx } from '../ports';
import type { ReminderId } from './reminder-row';

/** Ends of a reminder whose mail may not have gone out, or did not. */
const UNSURE = [
  { state: 'sent', endReason: 'result-unknown' },
  { state: 'expired', endReason: 'not-sent' },
];

/** What the merchant found out about the mail of a reminder that ended with it; one that went on since is left alone. */
export async function settleEnd(
  tx: Tx,
  { shopId, id }: ReminderId,
  found: 'sent' | 'not-sent' | 'send-again',
): Promise<void> {
  const data = {
    sent: { state: 'sent', endReason: null },
    'not-sent': { state: 'expired', endReason: 'not-sent' },
    // The same occurrence, and so the same key of its mail.
    'send-again': { state: 'active', endReason: null, endedAt: null },
  }[found];
  await tx.prisma.reminder.updateMany({ where: { shopId, id, OR: UNSURE }, data });
}
