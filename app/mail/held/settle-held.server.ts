import type { Ports } from '../../ports';
import { recountJob } from '../../shoppers/recount-job';
import { findKind, type MailKind } from '../kinds';
import { loadCarried } from '../outbox/claimed-store.server';
import { CLAIM_LEASE_MS } from '../outbox/take-back-claims.server';
import type { HeldChoice } from './held-choice';
import { findHeld, keepSettlement } from './held-store.server';

export type Settled =
  | { readonly result: 'settled' }
  /** Not held any more: settled in another window, or the mail server answered after all. */
  | { readonly result: 'not-held' }
  /** Its day has passed, so that nobody wants it any more; the last check would say the same. */
  | { readonly result: 'too-late' }
  /** Handed over so lately that an answer may still come. */
  | { readonly result: 'too-soon' };

/**
 * The merchant settles a mail that may or may not have gone out. Whatever is said, its business key stays: sent again it
 * goes through the last check like any other, and nothing else is planned for it.
 */
export async function settleHeld(
  ports: Pick<Ports, 'db' | 'jobs' | 'clock' | 'random' | 'log'>,
  kinds: readonly MailKind[],
  about: { readonly shopId: number; readonly id: string; readonly choice: HeldChoice },
): Promise<Settled> {
  const { shopId, id, choice } = about;
  const at = ports.clock.now();
  const wall = ports.clock.wall();
  const settlementId = ports.random.id();
  const settled = await ports.db.write(async (tx): Promise<Settled> => {
    const message = await findHeld(tx, { shopId, id });
    // One that was found not sent can only be sent again.
    if (!message || (message.state === 'failed' && choice !== 'send-again')) return { result: 'not-held' };
    if (choice === 'send-again') {
      if (at.getTime() - message.meantFor.getTime() > findKind(kinds, message.kind).wantedForMs)
        return { result: 'too-late' };
      const silentMs = wall.getTime() - (message.claimedAt?.getTime() ?? 0);
      if (message.state === 'held' && silentMs < CLAIM_LEASE_MS) return { result: 'too-soon' };
    }
    const carried = await loadCarried(tx, message);
    await keepSettlement(tx, message, { settlementId, choice, at });
    const { keyId } = message;
    for (const { kind, subjectId, businessKey } of carried)
      await findKind(kinds, kind).settleHeld?.(tx, { shopId, subjectId, businessKey, choice, at });
    if (choice === 'send-again')
      await ports.jobs.enqueue(tx, { kind: 'mail.deliver', key: 'outbox', dueAt: at });
    if (keyId !== null) await ports.jobs.enqueue(tx, recountJob(shopId, keyId));
    return { result: 'settled' };
  });
  if (settled.result === 'settled')
    ports.log.info({ shopId, messageId: id, choice }, 'A held mail was settled');
  return settled;
}
