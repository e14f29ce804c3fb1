import type { Ports } from '../../ports';
import type { MailKind } from '../kinds';
import { endCarried } from './end-carried.server';
import { markHeld, silentClaims } from './claimed-store.server';

/** Longer than every timeout of the mailer together: whoever is silent for so long has died. Wall time. */
export const CLAIM_LEASE_MS = 10 * 60_000;

/** Claims of a process that died are held: the mail may have gone out, so it is never sent again, and shown. */
export async function holdSilentClaims(
  ports: Pick<Ports, 'db' | 'clock' | 'log'>,
  kinds: readonly MailKind[],
): Promise<void> {
  const claims = await silentClaims(ports.db.read, new Date(ports.clock.wall().getTime() - CLAIM_LEASE_MS));
  for (const message of claims) {
    const at = ports.clock.now();
    await ports.db.write(async (tx) => {
      if (!(await markHeld(tx, message, message.claimedBy ?? '', 'result-unknown'))) return;
      const end = { state: 'held', reason: 'result-unknown' } as const;
      await endCarried(tx, kinds, message, { end, at });
    });
    ports.log.warn(
      { messageId: message.id, shopId: message.shopId },
      'A mail may or may not have been sent before a crash; it is held',
    );
  }
}
