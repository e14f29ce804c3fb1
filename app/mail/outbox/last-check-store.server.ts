import type { Reader, Tx } from '../../ports';
import { isOptedOut } from '../../shoppers/opt-out';
import { optOutsOfPerson } from '../../shoppers/opt-out-store.server';
import { keysOfPerson } from '../../shoppers/key-store.server';
import type { MailSubject } from '../kinds';
import type { LastCheckFacts } from './last-check';
import { whySilent } from './suppression-store.server';

interface About {
  readonly shopId: number;
  readonly messageId: string;
  readonly scope: 'reminder' | 'follow-up';
  readonly subject: MailSubject;
  readonly emailHash: string | null;
  /** Mails sent at or before it no longer count for the cap. */
  readonly mailedSince: Date;
}

type PersonFacts = Pick<
  LastCheckFacts,
  'isSuppressed' | 'silence' | 'isOptedOut' | 'order' | 'isSubscribed' | 'boughtAgain' | 'mailedAt'
>;

/** What local rows say now about the person and the product of one message. Inside the claim's transaction. */
export async function loadPersonFacts(tx: Tx, about: About): Promise<PersonFacts> {
  const { shopId, subject, scope, emailHash } = about;
  const keys = await keysOf(tx, shopId, subject.keyId);
  const personId = keys[0]?.personId;
  const silence = emailHash === null ? null : await whySilent(tx, shopId, emailHash, scope);
  const optOuts = personId === undefined ? [] : await optOutsOfPerson(tx, shopId, personId);
  return {
    isSuppressed: silence !== null,
    silence,
    isOptedOut: isOptedOut(optOuts, scope),
    ...(await purchaseFacts(tx, shopId, subject, keys)),
    mailedAt: await mailsTo(tx, about, keys),
  };
}

interface PersonKey {
  readonly id: number;
  readonly kind: string;
  readonly value: string;
  readonly personId: number;
}

async function keysOf(tx: Tx, shopId: number, keyId: number | null): Promise<readonly PersonKey[]> {
  if (keyId === null) return [];
  const key = await tx.prisma.shopperKey.findFirst({ where: { shopId, id: keyId } });
  if (!key) return [];
  const keys = await keysOfPerson(tx, shopId, key.personId);
  return keys.map((linked) => ({ ...linked, personId: key.personId }));
}

async function purchaseFacts(
  tx: Tx,
  shopId: number,
  subject: MailSubject,
  keys: readonly PersonKey[],
): Promise<Pick<PersonFacts, 'order' | 'isSubscribed' | 'boughtAgain'>> {
  const { orderId, productId } = subject;
  if (orderId === null) return { order: 'kept', isSubscribed: false, boughtAgain: false };
  const source = await tx.prisma.order.findUnique({ where: { shopId_orderId: { shopId, orderId } } });
  if (!source || source.cancelledAt || source.isTest) {
    return { order: 'cancelled', isSubscribed: false, boughtAgain: false };
  }
  const kept = await tx.prisma.purchase.findMany({ where: { shopId, orderId, productId } });
  const later = await laterPurchases(tx, { shopId, productId, source, keys });
  return {
    order: kept.length > 0 ? 'kept' : 'refunded',
    isSubscribed: [...kept, ...later].some((line) => line.isSubscription),
    boughtAgain: later.some((line) => !line.isSubscription),
  };
}

/** Lines of the product in orders that the person placed after the source order, through any of their keys. */
export async function laterPurchases(
  db: Reader,
  about: {
    shopId: number;
    productId: bigint;
    source: { orderId: bigint; placedAt: Date; placedOn: number };
    keys: readonly Pick<PersonKey, 'kind' | 'value'>[];
  },
): Promise<readonly { orderId: bigint; isSubscription: boolean }[]> {
  const { shopId, productId, source, keys } = about;
  const customerIds = keys.filter((key) => key.kind === 'account').map((key) => BigInt(key.value));
  const browserIds = keys.filter((key) => key.kind === 'browser').map((key) => key.value);
  const lines = await db.prisma.purchase.findMany({
    where: {
      shopId,
      productId,
      boughtOn: { gte: source.placedOn },
      orderId: { not: source.orderId },
      OR: [{ customerId: { in: customerIds } }, { browserId: { in: browserIds } }],
    },
    select: { orderId: true, isSubscription: true },
  });
  if (lines.length === 0) return [];
  const orders = await db.prisma.order.findMany({
    where: { shopId, orderId: { in: lines.map((line) => line.orderId) } },
    select: { orderId: true, placedAt: true },
  });
  // Not asked for there: SQLite would rather walk all orders of the shop since then than look at these few.
  const later = new Set(
    orders.filter((order) => order.placedAt > source.placedAt).map((order) => order.orderId),
  );
  return lines.filter((line) => later.has(line.orderId));
}

/** When the person was, or may have been, sent a mail: by address and by every key. */
async function mailsTo(tx: Tx, about: About, keys: readonly PersonKey[]): Promise<readonly Date[]> {
  const { shopId, messageId, emailHash, mailedSince } = about;
  const rows = await tx.prisma.message.findMany({
    where: {
      shopId,
      id: { not: messageId },
      state: { in: ['claimed', 'sent', 'held'] },
      sentOnAt: { gt: mailedSince },
      OR: [...(emailHash ? [{ emailHash }] : []), { keyId: { in: keys.map((key) => key.id) } }],
    },
    select: { sentOnAt: true },
  });
  return rows.flatMap((row) => (row.sentOnAt ? [row.sentOnAt] : []));
}
