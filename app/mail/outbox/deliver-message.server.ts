import type { Ports, Tx } from '../../ports';
import { recountJob } from '../../shoppers/recount-job';
import { claimMessage } from './claim-message.server';
import { handOver, type HandedOver } from './hand-over.server';
import type { MailKind } from '../kinds';
import { endCarried } from './end-carried.server';
import { askedWaitMs } from './asked-wait';
import {
  countAccepted,
  freeClaim,
  markFailed,
  markHandedOver,
  markHeld,
  markSent,
  markWaiting,
} from './claimed-store.server';
import { holdBack, type DueMessage, type MessageId } from './outbox-store.server';
import { isPauseReason, type PauseReason } from './sending-pause';
import { endPause, pauseSending } from './sending-pause-store.server';

type Post = Pick<Ports, 'db' | 'jobs' | 'clock' | 'config' | 'random' | 'mailer' | 'log' | 'seals'>;

/** `paused`: the server refuses the shop's mail whoever it is for. `other`: this one went no further, for its own reasons. */
export type Delivered = 'sent' | 'paused' | 'other';

/** Checks and claims a message in one transaction, hands it over, marked as such just before, and records the end. */
export async function deliverMessage(
  ports: Post,
  kinds: readonly MailKind[],
  message: DueMessage,
): Promise<Delivered> {
  const { shopId } = message;
  const by = ports.random.id();
  const claim = await claimMessage(ports, kinds, message, by);
  if (claim.state !== 'claimed') return 'other';
  const handedOver = await handOver(ports, claim.mail, () =>
    ports.db.group((tx) => markHandedOver(tx, message, by, ports.clock.wall())),
  );
  const at = ports.clock.now();
  return ports.db.write(async (tx) => {
    switch (handedOver.result) {
      case 'sent':
        await endPause(tx, shopId);
        await countAccepted(tx, message);
        if (await markSent(tx, message, by, { at, providerId: handedOver.providerId })) {
          await endCarried(tx, kinds, message, { end: { state: 'sent' }, at });
          if (claim.keyId !== null) await ports.jobs.enqueue(tx, recountJob(shopId, claim.keyId));
        }
        return 'sent';
      case 'unknown':
        if (await markHeld(tx, message, by, 'result-unknown')) {
          await endCarried(tx, kinds, message, { end: { state: 'held', reason: 'result-unknown' }, at });
        }
        return 'other';
      case 'not-begun':
        await freeClaim(tx, message, by);
        return 'other';
      case 'refused':
        if (handedOver.refusal === 'recipient-refused') {
          if (await markFailed(tx, message, by, 'refused')) {
            await endCarried(tx, kinds, message, { end: { state: 'failed', reason: 'refused' }, at });
          }
          return 'other';
        }
        return waitAfter(ports, tx, { message, by, attempts: claim.attempts }, handedOver);
    }
  });
}

/** What may pass is waited for, for as long as the mail is wanted: the last check drops it when it is too late. */
async function waitAfter(
  ports: Pick<Ports, 'clock'>,
  tx: Tx,
  claimed: { message: MessageId; by: string; attempts: number },
  { refusal, said }: Extract<HandedOver, { result: 'refused' }>,
): Promise<Delivered> {
  const { message, by, attempts } = claimed;
  const { shopId } = message;
  const wall = ports.clock.wall();
  if (!isPauseReason(refusal)) {
    const notBefore = new Date(wall.getTime() + Math.max(backOffMs(attempts), askedWaitMs(said)));
    await markWaiting(tx, message, by, { reason: 'asked-to-wait', notBefore });
    return 'other';
  }
  const now = ports.clock.now();
  const reason: PauseReason = refusal;
  const askedMs = askedWaitMs(said);
  const { nextTryAt, pausedMs } = await pauseSending(tx, shopId, { reason, said, at: now, wall, askedMs });
  // This one lets another go first next time, in case it was about this mail after all.
  const notBefore = new Date(nextTryAt.getTime() + pausedMs);
  await markWaiting(tx, message, by, { reason, notBefore });
  await holdBack(tx, shopId, { now, reason, notBefore: nextTryAt });
  return 'paused';
}

/** Wall time until the next try: a minute, four, sixteen … up to six hours. */
function backOffMs(attempts: number): number {
  return Math.min(4 ** (attempts - 1), 360) * 60_000;
}
