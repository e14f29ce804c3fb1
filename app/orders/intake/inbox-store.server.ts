import type { Prisma } from '@prisma/client';
import type { HotDatabase, HotWriter, Reader, Tx } from '../../ports';

export interface InboxShop {
  readonly id: number;
  readonly isInstalled: boolean;
  readonly country: string | null;
}

/** The shop of a delivery; null when it was never installed or is erased. */
export function findInboxShop(hot: HotDatabase, domain: string): InboxShop | null {
  const row = hot
    .prepareRead('SELECT "id", "uninstalledAt", "country" FROM "Shop" WHERE "domain" = ?')
    .get(domain) as { id: bigint; uninstalledAt: bigint | null; country: string | null } | undefined;
  return row ? { id: Number(row.id), isInstalled: row.uninstalledAt === null, country: row.country } : null;
}

export interface NewInboxMessage {
  readonly shopId: number;
  readonly webhookId: string;
  readonly topic: string;
  readonly payload: unknown;
  readonly receivedAt: Date;
}

const INSERT = `
  INSERT INTO "InboxMessage" ("shopId", "webhookId", "topic", "payload", "receivedAt", "state", "attempts")
  VALUES (@shopId, @webhookId, @topic, @payload, @receivedAt, 'new', 0)
  ON CONFLICT ("shopId", "webhookId") DO NOTHING`;

/** @returns false when a delivery with the same id is there already. */
export function addToInbox(hot: HotWriter, message: NewInboxMessage): boolean {
  const { changes } = hot.prepare(INSERT).run({
    ...message,
    payload: JSON.stringify(message.payload),
    receivedAt: message.receivedAt.getTime(),
  });
  return changes > 0;
}

export interface InboxMessage {
  readonly id: number;
  readonly shopId: number;
  readonly topic: string;
  readonly payload: unknown;
}

/** Of all shops. */
export function countNewMessages(hot: HotDatabase): number {
  const sql = `SELECT count(*) AS "n" FROM "InboxMessage" WHERE "state" = 'new'`;
  return Number((hot.prepareRead(sql).get() as { n: bigint }).n);
}

/** The oldest messages that wait, in order of arrival. */
export async function listNewMessages(db: Reader, take: number): Promise<readonly InboxMessage[]> {
  return db.inboxMessage.findMany({
    where: { state: 'new' },
    orderBy: { id: 'asc' },
    take,
    select: { id: true, shopId: true, topic: true, payload: true },
  });
}

/** Worked off. What it named is forgotten, but for requests that the merchant still has to answer. */
export async function finishMessages(tx: Tx, messages: readonly InboxMessage[]): Promise<void> {
  const [kept = [], emptied = []] = [true, false].map((isKept) =>
    messages.filter((one) => (one.topic === 'customers/data_request') === isKept).map((one) => one.id),
  );
  if (kept.length > 0)
    await tx.inboxMessage.updateMany({ where: { id: { in: kept } }, data: { state: 'done' } });
  await tx.inboxMessage.updateMany({
    where: { id: { in: emptied } },
    data: { state: 'done', payload: {} satisfies Prisma.InputJsonObject },
  });
}

export async function failMessage(tx: Tx, id: number, error: string): Promise<void> {
  await tx.inboxMessage.update({
    where: { id },
    data: {
      state: 'failed',
      error,
      attempts: { increment: 1 },
      payload: {} satisfies Prisma.InputJsonObject,
    },
  });
}

/** Finished messages are kept only as long as Shopify might deliver them again, and failed ones for a month. */
export async function forgetOldMessages(
  tx: Tx,
  ages: { readonly doneBefore: Date; readonly failedBefore: Date },
): Promise<void> {
  await tx.inboxMessage.deleteMany({
    where: {
      OR: [
        { state: 'done', receivedAt: { lt: ages.doneBefore }, topic: { not: 'customers/data_request' } },
        { state: { in: ['done', 'failed'] }, receivedAt: { lt: ages.failedBefore } },
      ],
    },
  });
}
