import type { Reader, Tx } from '../../ports';
import { FREED } from '../outbox/claimed-store.server';
import type { MessageId } from '../outbox/outbox-store.server';
import type { HeldChoice } from './held-choice';

const HELD = {
  id: true,
  shopId: true,
  kind: true,
  subjectId: true,
  businessKey: true,
  keyId: true,
  meantFor: true,
  claimedAt: true,
  handedOverAt: true,
  sentOnAt: true,
  state: true,
} as const;

/** Held, or found not to have gone out: such a one may still be sent again. */
const UNSETTLED = [{ state: 'held' }, { state: 'failed', reason: 'not-sent' }];

/** What went in another one's mail is settled with that. */
const OWN_MAIL = { carrierId: null };

export interface HeldMessage extends MessageId {
  readonly kind: string;
  readonly subjectId: string;
  readonly businessKey: string;
  readonly keyId: number | null;
  readonly meantFor: Date;
  readonly claimedAt: Date | null;
  /** Wall clock: when it was handed to the mail server; null for one that an older version held. */
  readonly handedOverAt: Date | null;
  readonly sentOnAt: Date | null;
  readonly state: string;
}

/** Messages of a shop that may or may not have gone out, and how many there are; the oldest first. */
export async function heldMessages(
  db: Reader,
  shopId: number,
  about: { readonly meantAfter: Date; readonly take: number },
): Promise<{ readonly rows: readonly HeldMessage[]; readonly count: number }> {
  // One that was found not sent is shown while it could still be sent again.
  const where = {
    ...{ shopId, ...OWN_MAIL },
    OR: [{ state: 'held' }, { state: 'failed', reason: 'not-sent', meantFor: { gt: about.meantAfter } }],
  };
  const [rows, count] = await Promise.all([
    db.prisma.message.findMany({
      where,
      select: HELD,
      orderBy: [{ claimedAt: 'asc' }, { id: 'asc' }],
      take: about.take,
    }),
    db.prisma.message.count({ where }),
  ]);
  return { rows, count };
}

export async function findHeld(tx: Tx, { shopId, id }: MessageId): Promise<HeldMessage | null> {
  return tx.prisma.message.findFirst({ where: { shopId, id, ...OWN_MAIL, OR: UNSETTLED }, select: HELD });
}

/** Writes the choice into the message, into those that went in its mail, and beside it, in the transaction that acts on it. */
export async function keepSettlement(
  tx: Tx,
  { shopId, id, sentOnAt }: HeldMessage,
  {
    settlementId,
    choice,
    at,
  }: { readonly settlementId: string; readonly choice: HeldChoice; readonly at: Date },
): Promise<void> {
  const where = { shopId, OR: [{ id }, { carrierId: id }] };
  await tx.prisma.heldSettlement.create({ data: { shopId, id: settlementId, messageId: id, choice, at } });
  switch (choice) {
    case 'sent':
      await tx.prisma.message.updateMany({ where, data: { state: 'sent', reason: null, sentAt: sentOnAt } });
      break;
    case 'not-sent':
      await tx.prisma.message.updateMany({
        where,
        data: { state: 'failed', reason: 'not-sent', sentOnAt: null },
      });
      break;
    case 'send-again': {
      // The claim's owner, should it still live, may report no end of what another will claim.
      const freed = { ...FREED, notBefore: null };
      await tx.prisma.message.updateMany({
        where,
        data: { state: 'planned', reason: null, dueAt: at, ...freed },
      });
      break;
    }
  }
}
