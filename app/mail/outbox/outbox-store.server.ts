import type { Reader, Tx } from '../../ports';
import type { OutsideFacts } from './item-facts';
import type { DelayReason, SkipReason } from './message';

export interface NewMessage {
  readonly id: string;
  readonly shopId: number;
  readonly kind: string;
  /** Unique in the shop for ever: whatever happens, at most one mail goes out for it. */
  readonly businessKey: string;
  readonly subjectId: string;
  readonly keyId: number | null;
  readonly meantFor: Date;
  readonly at: Date;
}

/** Plans a message once; planning the same business key again changes at most when one that still waits is meant to go. */
export async function insertPlanned(tx: Tx, message: NewMessage): Promise<void> {
  const { at, meantFor, shopId, businessKey, ...rest } = message;
  const waits = {
    shopId,
    businessKey,
    state: 'planned',
    dueAt: { gt: at },
    meantFor: { gt: at, not: meantFor },
  };
  const moved = meantFor > at ? meantFor : at;
  await tx.prisma.message.updateMany({ where: waits, data: { meantFor: moved, dueAt: moved } });
  await tx.prisma.message.upsert({
    where: { shopId_businessKey: { shopId, businessKey } },
    create: { ...rest, shopId, businessKey, meantFor, dueAt: meantFor, state: 'planned', createdAt: at },
    update: {},
  });
}

export interface DueMessage {
  readonly id: string;
  readonly shopId: number;
  readonly kind: string;
  readonly subjectId: string;
  readonly businessKey: string;
  readonly dueAt: Date;
}

/** A message that went, or goes, in a mail of several. */
export type CarriedMessage = DueMessage & { readonly keyId: number | null };

/** Which message, of which shop. */
export type MessageId = Pick<DueMessage, 'shopId' | 'id'>;

export const DUE = {
  id: true,
  shopId: true,
  kind: true,
  subjectId: true,
  businessKey: true,
  dueAt: true,
} as const;

/**
 * Planned messages whose time has come, oldest first, that come after `after` in that order (null: from the first).
 * `now` is Larder's clock, `wall` the wall's.
 */
export async function dueMessages(
  db: Reader,
  when: { now: Date; wall: Date; after: Pick<DueMessage, 'dueAt' | 'id'> | null; take: number },
): Promise<readonly DueMessage[]> {
  const { now, wall, after, take } = when;
  return db.prisma.message.findMany({
    where: {
      state: 'planned',
      dueAt: { lte: now },
      AND: [
        { OR: [{ notBefore: null }, { notBefore: { lte: wall } }] },
        after ? { OR: [{ dueAt: { gt: after.dueAt } }, { dueAt: after.dueAt, id: { gt: after.id } }] } : {},
      ],
    },
    select: DUE,
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take,
  });
}

/**
 * When a planned message that waits now becomes due, on Larder's clock; null when none waits. A little early at times:
 * a message may wait for its time and for its back-off.
 */
export async function nextDueAt(tx: Tx, now: Date, wall: Date): Promise<Date | null> {
  const state = 'planned';
  const timed = await tx.prisma.message.findFirst({
    where: { state, dueAt: { gt: now } },
    orderBy: { dueAt: 'asc' },
  });
  const backingOff = await tx.prisma.message.findFirst({
    where: { state, notBefore: { gt: wall } },
    orderBy: { notBefore: 'asc' },
  });
  const instants = [
    ...(timed ? [timed.dueAt.getTime()] : []),
    ...(backingOff?.notBefore ? [now.getTime() + backingOff.notBefore.getTime() - wall.getTime()] : []),
  ];
  return instants.length > 0 ? new Date(Math.min(...instants)) : null;
}

/** Other planned messages of a kind that are due now and belong to one of these keys. */
export async function dueBeside(
  db: Reader,
  { shopId, id }: MessageId,
  which: { kind: string; keyIds: readonly number[]; now: Date; wall: Date },
): Promise<readonly PlannedMessage[]> {
  const { kind, keyIds, now, wall } = which;
  return db.prisma.message.findMany({
    where: {
      shopId,
      kind,
      keyId: { in: [...keyIds] },
      id: { not: id },
      state: 'planned',
      dueAt: { lte: now },
      OR: [{ notBefore: null }, { notBefore: { lte: wall } }],
    },
    orderBy: [{ meantFor: 'asc' }, { id: 'asc' }],
    take: RIDERS_MAX,
  });
}

export async function saveFacts(
  tx: Tx,
  facts: readonly (MessageId & { readonly facts: OutsideFacts })[],
  wall: Date,
): Promise<void> {
  for (const { shopId, id, facts: asked } of facts) {
    await tx.prisma.message.update({
      where: { shopId_id: { shopId, id } },
      data: { facts: asked, factsAt: wall },
    });
  }
}

export type PlannedMessage = NonNullable<Awaited<ReturnType<typeof loadPlanned>>>;

/** A letter of more items is read by nobody; what is left over waits for its own. */
const RIDERS_MAX = 19;

/** The message if it is still planned, as this transaction sees it. */
export async function loadPlanned(tx: Tx, { shopId, id }: MessageId) {
  return tx.prisma.message.findFirst({ where: { id, shopId, state: 'planned' } });
}

export async function markSkipped(tx: Tx, { shopId, id }: MessageId, reason: SkipReason): Promise<void> {
  await tx.prisma.message.update({
    where: { shopId_id: { shopId, id } },
    data: { state: 'skipped', reason },
  });
}

export async function markDelayed(
  tx: Tx,
  { shopId, id }: MessageId,
  until: Date,
  reason: DelayReason,
): Promise<void> {
  await tx.prisma.message.update({ where: { shopId_id: { shopId, id } }, data: { dueAt: until, reason } });
}

/**
 * From here on the mail counts as sent for every cap, until the server certainly refused it: once, by its carrier.
 * @param claim.carrierId the message in whose mail this one goes; null for the one that has the mail
 */
export async function markClaimed(
  tx: Tx,
  { shopId, id }: MessageId,
  claim: {
    by: string;
    wall: Date;
    now: Date;
    emailHash: string;
    keyId: number | null;
    carrierId: string | null;
  },
): Promise<void> {
  const { by, wall, now, emailHash, keyId, carrierId } = claim;
  await tx.prisma.message.update({
    where: { shopId_id: { shopId, id } },
    data: {
      state: 'claimed',
      reason: null,
      claimedBy: by,
      claimedAt: wall,
      handedOverAt: null,
      sentOnAt: carrierId === null ? now : null,
      carrierId,
      emailHash,
      keyId,
      attempts: { increment: 1 },
    },
  });
}

/** Lets everything of a shop that is due at `now` wait until `notBefore` (wall clock). */
export async function holdBack(
  tx: Tx,
  shopId: number,
  wait: { readonly now: Date; readonly reason: DelayReason; readonly notBefore: Date },
): Promise<void> {
  const { now, reason, notBefore } = wait;
  await tx.prisma.message.updateMany({
    where: {
      shopId,
      state: 'planned',
      dueAt: { lte: now },
      OR: [{ notBefore: null }, { notBefore: { lt: notBefore } }],
    },
    data: { reason, notBefore },
  });
}
