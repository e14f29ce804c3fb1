import type { Prisma } from '@prisma/client';
import { instant, int, orNull, statement, text } from '../../db/statement';
import type { Reader, Sql, Tx, Writer } from '../../ports';

export interface InboxShop {
  readonly id: number;
  readonly isInstalled: boolean;
  readonly country: string | null;
}

const FIND_SHOP = statement(`SELECT "id", "uninstalledAt", "country" FROM "Shop" WHERE "domain" = :domain`, {
  id: int,
  uninstalledAt: orNull(instant),
  country: orNull(text),
});

const ADD = statement(`
  INSERT INTO "InboxMessage" ("shopId", "webhookId", "topic", "payload", "receivedAt", "state", "attempts")
  VALUES (:shopId, :webhookId, :topic, :payload, :receivedAt, 'new', 0)
  ON CONFLICT ("shopId", "webhookId") DO NOTHING`);

const COUNT_NEW = statement(`SELECT count(*) AS "n" FROM "InboxMessage" WHERE "state" = 'new'`, { n: int });

/** The shop of a delivery; null when it was never installed or is erased. */
export async function findInboxShop(db: Sql, domain: string): Promise<InboxShop | null> {
  const row = await db.first(FIND_SHOP, { domain });
  return row && { id: row.id, isInstalled: row.uninstalledAt === null, country: row.country };
}

export interface NewInboxMessage {
  readonly shopId: number;
  readonly webhookId: string;
  readonly topic: string;
  readonly payload: unknown;
  readonly receivedAt: Date;
}

/** @returns false when a delivery with the same id is there already. */
export async function addToInbox(tx: Writer, message: NewInboxMessage): Promise<boolean> {
  const { shopId, webhookId, topic, receivedAt } = message;
  const payload = JSON.stringify(message.payload);
  return (await tx.run(ADD, { shopId, webhookId, topic, payload, receivedAt })) > 0;
}

export interface InboxMessage {
  readonly shopId: number;
  readonly webhookId: string;
  readonly topic: string;
  readonly payload: unknown;
}

/** Of all shops. */
export async function countNewMessages(db: Sql): Promise<number> {
  return (await db.first(COUNT_NEW, {}))?.n ?? 0;
}

/** The oldest messages that wait, in order of arrival. */
export async function listNewMessages(db: Reader, take: number): Promise<readonly InboxMessage[]> {
  return db.prisma.inboxMessage.findMany({
    where: { state: 'new' },
    orderBy: { receivedAt: 'asc' },
    take,
    select: { shopId: true, webhookId: true, topic: true, payload: true },
  });
}

/** Worked off. What it named is forgotten, but for requests that the merchant still has to answer. */
export async function finishMessages(tx: Tx, messages: readonly InboxMessage[]): Promise<void> {
  for (const shopId of new Set(messages.map((message) => message.shopId))) {
    const [kept = [], emptied = []] = [true, false].map((isKept) =>
      messages
        .filter((message) => message.shopId === shopId)
        .filter(({ topic }) => (topic === 'customers/data_request') === isKept)
        .map(({ webhookId }) => webhookId),
    );
    if (kept.length > 0)
      await tx.prisma.inboxMessage.updateMany({
        where: { shopId, webhookId: { in: kept } },
        data: { state: 'done' },
      });
    await tx.prisma.inboxMessage.updateMany({
      where: { shopId, webhookId: { in: emptied } },
      data: { state: 'done', payload: {} satisfies Prisma.InputJsonObject },
    });
  }
}

export async function failMessage(
  tx: Tx,
  { shopId, webhookId }: Pick<InboxMessage, 'shopId' | 'webhookId'>,
  error: string,
): Promise<void> {
  await tx.prisma.inboxMessage.update({
    where: { shopId_webhookId: { shopId, webhookId } },
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
  await tx.prisma.inboxMessage.deleteMany({
    where: {
      OR: [
        { state: 'done', receivedAt: { lt: ages.doneBefore }, topic: { not: 'customers/data_request' } },
        { state: { in: ['done', 'failed'] }, receivedAt: { lt: ages.failedBefore } },
      ],
    },
  });
}
