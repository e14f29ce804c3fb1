import type { Ports } from '../../ports';
import type { MailKind } from '../kinds';
import { endCarried } from './end-carried.server';
import { freeClaim, markHeld, silentClaims } from './claimed-store.server';

/** Longer than every timeout of the mailer together: whoever is silent for so long has died. Wall time. */
export const CLAIM_LEASE_MS = 10 * 60_000;

type Needs = Pick<Ports, 'db' | 'clock' | 'log'>;

/** Claims that have been silent for too long. */
export async function takeBackSilentClaims(ports: Needs, kinds: readonly MailKind[]): Promise<void> {
  await takeBack(ports, kinds, new Date(ports.clock.wall().getTime() - CLAIM_LEASE_MS));
}

/**
 * Every claim there is, before anything is claimed: for the start of a process that knows that no other lives. On SQLite it
 * does, since it holds the writer's lock.
 */
export async function takeBackAllClaims(ports: Needs, kinds: readonly MailKind[]): Promise<void> {
  await takeBack(ports, kinds, null);
}

/**
 * Claims of a process that died. What the server got nothing of is planned again; what it may have got is held: never sent
 * again by itself, and shown.
 */
async function takeBack(ports: Needs, kinds: readonly MailKind[], claimedBefore: Date | null): Promise<void> {
  for (const message of await silentClaims(ports.db.read, claimedBefore)) {
    const by = message.claimedBy ?? '';
    const about = { messageId: message.id, shopId: message.shopId };
    const at = ports.clock.now();
    await ports.db.write(async (tx) => {
      // Asked again inside: its owner may live after all, and mark it at this moment.
      if (await freeClaim(tx, message, by)) return;
      if (!(await markHeld(tx, message, by, 'result-unknown'))) return;
      const end = { state: 'held', reason: 'result-unknown' } as const;
      await endCarried(tx, kinds, message, { end, at });
      ports.log.warn(about, 'A mail may or may not have been sent before a crash; it is held');
    });
  }
}
