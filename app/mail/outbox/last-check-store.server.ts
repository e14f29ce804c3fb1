import type { Reader, Tx } from '../../ports';
import { isOptedOut } from '../../shoppers/opt-out';
import { optOutsOfPerson } from '../../shoppers/opt-out-store.server';
import { keysOfPerson } from '../../shoppers/key-store.server';
import type { MailSubject } from '../kinds';
import type { CheckedItem, LastCheckFacts } from './last-check';
import { mutedProducts, whySilent } from './suppression-store.server';

interface About {
  readonly shopId: number;
  readonly messageId: string;
  readonly scope: 'reminder' | 'follow-up';
  readonly subject: MailSubject;
  readonly emailHash: string | null;
  /** Mails sent at or before it no longer count for the cap. */
  readonly mailedSince: Date;
}

/** An item without what is asked outside. */
type LocalItem = Omit<CheckedItem, 'facts'>;

type PersonFacts = Pick<
  LastCheckFacts,
  'isSuppressed' | 'silence' | 'isOptedOut' | 'isOrderVoid' | 'mailedAt'
> & {
  readonly items: readonly LocalItem[];
};

/** What local rows say now about the person and the items of one message. Inside the claim's transaction. */
export async function loadPersonFacts(tx: Tx, about: About): Promise<PersonFacts> {
  const { shopId, subject, scope, emailHash } = about;
  const keys = await keysOf(tx, shopId, subject.keyId);
  const personId = keys[0]?.personId;
  const silence = emailHash === null ? null : await whySilent(tx, shopId, emailHash, scope);
  const optOuts = personId === undefined ? [] : await optOutsOfPerson(tx, shopId, personId);
  const muted = emailHash === null ? new Map<bigint, Date>() : await mutedProducts(tx, shopId, emailHash);
  return {
    isSuppressed: silence !== null,
    silence,
    isOptedOut: isOptedOut(optOuts, scope),
    ...withMuted(await purchaseFacts(tx, shopId, subject, keys), subject, muted),
    mailedAt: await mailsTo(tx, {
      ...{ shopId, emailHash, besides: about.messageId, since: about.mailedSince },
      keyIds: keys.map((key) => key.id),
    }),
  };
}

/** Marks those items that the holder of the address wants no mail about. */
function withMuted(
  facts: Pick<PersonFacts, 'isOrderVoid' | 'items'>,
  { items }: MailSubject,
  muted: ReadonlyMap<bigint, Date>,
): Pick<PersonFacts, 'isOrderVoid' | 'items'> {
  const isMuted = (place: number) => muted.has(items[place]?.productId ?? 0n);
  return { ...facts, items: facts.items.map((item, place) => ({ ...item, isMuted: isMuted(place) })) };
}

interface PersonKey {
  readonly id: number;
  readonly kind: string;
  readonly value: string;
  readonly personId: number;
}

/** Every key of the person behind one. */
export async function keysOf(
  tx: Reader,
  shopId: number,
  keyId: number | null,
): Promise<readonly PersonKey[]> {
  if (keyId === null) return [];
  const key = await tx.prisma.shopperKey.findFirst({ where: { shopId, id: keyId } });
  if (!key) return [];
  const keys = await keysOfPerson(tx, shopId, key.personId);
  return keys.map((linked) => ({ ...linked, personId: key.personId }));
}

async function purchaseFacts(
  tx: Tx,
  shopId: number,
  { orderId, about, items }: MailSubject,
  keys: readonly PersonKey[],
): Promise<Pick<PersonFacts, 'isOrderVoid' | 'items'>> {
  const untouched = { left: 'kept', isSubscribed: false, boughtAgain: false } as const;
  if (orderId === null) return { isOrderVoid: false, items: items.map(() => untouched) };
  const source = await tx.prisma.order.findUnique({ where: { shopId_orderId: { shopId, orderId } } });
  if (!source || source.cancelledAt || source.isTest)
    return { isOrderVoid: true, items: items.map(() => untouched) };
  const productIds = items.map((item) => item.productId);
  const kept = await tx.prisma.purchase.findMany({ where: { shopId, orderId } });
  const later = await laterPurchases(tx, { shopId, productIds, source, keys });
  return {
    isOrderVoid: kept.length === 0 && about !== 'bought',
    items: items.map(({ productId }) => {
      const keptLines = kept.filter((line) => line.productId === productId);
      const laterLines = later.filter((line) => line.productId === productId);
      return {
        left: about === 'bought' && keptLines.length === 0 ? 'refunded' : 'kept',
        isSubscribed: [...keptLines, ...laterLines].some((line) => line.isSubscription),
        boughtAgain: laterLines.some((line) => !line.isSubscription),
      };
    }),
  };
}

/** Lines of the products in orders that the person placed after the source order, through any of their keys. */
export async function laterPurchases(
  db: Reader,
  about: {
    shopId: number;
    productIds: readonly bigint[];
    source: { orderId: bigint; placedAt: Date; placedOn: number };
    keys: readonly Pick<PersonKey, 'kind' | 'value'>[];
  },
): Promise<readonly { orderId: bigint; productId: bigint; isSubscription: boolean }[]> {
  const { shopId, productIds, source, keys } = about;
  if (productIds.length === 0) return [];
  const customerIds = keys.filter((key) => key.kind === 'account').map((key) => BigInt(key.value));
  const browserIds = keys.filter((key) => key.kind === 'browser').map((key) => key.value);
  const lines = await db.prisma.purchase.findMany({
    where: {
      shopId,
      productId: { in: [...productIds] },
      boughtOn: { gte: source.placedOn },
      orderId: { not: source.orderId },
      OR: [{ customerId: { in: customerIds } }, { browserId: { in: browserIds } }],
    },
    select: { orderId: true, productId: true, isSubscription: true },
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

/**
 * When a person was, or may have been, sent a mail of any kind: by address and by every key.
 * @param besides a message that is asked about itself
 */
export async function mailsTo(
  tx: Tx,
  about: {
    readonly shopId: number;
    readonly besides: string | null;
    readonly emailHash: string | null;
    readonly keyIds: readonly number[];
    readonly since: Date;
  },
): Promise<readonly Date[]> {
  const { shopId, besides, emailHash, keyIds, since } = about;
  const rows = await tx.prisma.message.findMany({
    where: {
      shopId,
      ...(besides === null ? {} : { id: { not: besides } }),
      state: { in: ['claimed', 'sent', 'held'] },
      sentOnAt: { gt: since },
      OR: [...(emailHash ? [{ emailHash }] : []), { keyId: { in: [...keyIds] } }],
    },
    select: { sentOnAt: true },
  });
  return rows.flatMap((row) => (row.sentOnAt ? [row.sentOnAt] : []));
}
