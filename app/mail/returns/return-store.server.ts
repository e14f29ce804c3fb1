import { int, orNull, statement, text } from '../../db/statement';
import type { Sql, Tx } from '../../ports';
import { WARNS_FROM_COUNT, type ComplaintCount } from './complaint-rate';
import type { ReturnKind } from './returned-mail';
import type { SentToAddress, SoftBounce } from './soft-bounces';

/** A mail of ours that a report is about. */
export interface ReturnedMessage {
  readonly shopId: number;
  /** Null: the report names only the address. */
  readonly messageId: string | null;
  readonly emailHash: string;
  readonly keyId: number | null;
}

const BY_ID = statement(
  `
  SELECT m."shopId", m."id" AS "messageId", m."emailHash", m."keyId" FROM rows(:shops, "shopId" number) s CROSS JOIN "Message" m
  WHERE m."shopId" = s."shopId" AND m."id" = :messageId AND m."emailHash" IS NOT NULL`,
  { shopId: int, messageId: text, emailHash: text, keyId: orNull(int) },
);

/** The message with an id of ours. The id is random, so that whichever shop has it is the one. */
export async function findReturned(
  db: Sql,
  shopIds: readonly number[],
  messageId: string,
): Promise<ReturnedMessage | null> {
  return db.first(BY_ID, { shops: shopIds.map((shopId) => ({ shopId })), messageId });
}

const BY_ADDRESS = statement(
  `
  SELECT m."shopId", m."emailHash", m."keyId"
  FROM rows(:addresses, "shopId" number, "emailHash" text) a CROSS JOIN "Message" m
  WHERE m."shopId" = a."shopId" AND m."emailHash" = a."emailHash" AND m."sentOnAt" > :since`,
  { shopId: int, emailHash: text, keyId: orNull(int) },
);

/** Shops that wrote to an address lately. @param addresses its hash in each shop */
export async function findWrittenTo(
  db: Sql,
  addresses: readonly { readonly shopId: number; readonly emailHash: string }[],
  since: Date,
): Promise<readonly ReturnedMessage[]> {
  const rows = await db.all(BY_ADDRESS, { addresses, since });
  const firstOf = new Map<number, ReturnedMessage>();
  for (const row of rows) if (!firstOf.has(row.shopId)) firstOf.set(row.shopId, { ...row, messageId: null });
  return [...firstOf.values()];
}

/** @returns false when it was heard before */
export async function keepReturn(
  tx: Tx,
  { shopId, messageId, emailHash }: ReturnedMessage,
  heard: { readonly eventId: string; readonly kind: ReturnKind; readonly at: Date },
): Promise<boolean> {
  const { eventId, kind, at } = heard;
  const known = await tx.prisma.mailReturn.findUnique({ where: { shopId_eventId: { shopId, eventId } } });
  if (known) return false;
  const data = { shopId, eventId, kind, emailHash, messageId, heardAt: at };
  await tx.prisma.mailReturn.create({ data });
  return true;
}

/** What is known of an address since an instant: for whether it is given up. */
export async function historyOfAddress(
  tx: Tx,
  { shopId, emailHash }: Pick<ReturnedMessage, 'shopId' | 'emailHash'>,
  since: Date,
): Promise<{
  readonly bounces: readonly SoftBounce[];
  readonly sent: readonly SentToAddress[];
  readonly cameBack: ReadonlySet<string>;
}> {
  const returns = await tx.prisma.mailReturn.findMany({
    where: { shopId, emailHash, heardAt: { gt: since } },
  });
  const sent = await tx.prisma.message.findMany({
    where: { shopId, emailHash, state: 'sent', sentOnAt: { gt: since } },
    select: { id: true, sentOnAt: true },
  });
  return {
    bounces: returns
      .filter((row) => row.kind === 'soft-bounce')
      .map(({ messageId, heardAt }) => ({ messageId, at: heardAt })),
    sent: sent.flatMap(({ id, sentOnAt }) => (sentOnAt ? [{ id, at: sentOnAt }] : [])),
    cameBack: new Set(returns.flatMap((row) => row.messageId ?? [])),
  };
}

const COMPLAINTS = statement(
  `
  SELECT COUNT(DISTINCT "emailHash") AS "complaints" FROM "MailReturn"
  WHERE "shopId" = :shopId AND "kind" = 'complaint' AND "heardAt" > :since`,
  { complaints: int },
);

const MAILS = statement(
  `SELECT COUNT(*) AS "mails" FROM "Message" WHERE "shopId" = :shopId AND "sentOnAt" > :since AND "state" IN ('sent', 'held')`,
  { mails: int },
);

/** Readers who complained since an instant, and the mails sent since then; these are not counted where so few say nothing. */
export async function countComplaints(db: Sql, shopId: number, since: Date): Promise<ComplaintCount> {
  const complaints = (await db.first(COMPLAINTS, { shopId, since }))?.complaints ?? 0;
  if (complaints < WARNS_FROM_COUNT) return { complaints, mails: 0 };
  return { complaints, mails: (await db.first(MAILS, { shopId, since }))?.mails ?? 0 };
}
