import { inParts } from '../db/in-parts';
import type { Reader, Tx } from '../ports';
import { keyedHash, type HashedKind } from '../shops/keyed-hash';
import type { Erasures } from './intake/choose-orders';
import type { MappedOrder } from './intake/to-purchases';

interface Subject {
  readonly kind: HashedKind;
  readonly value: string;
}

/** Keeps, by keyed hash only, that somebody was erased. A later erasure of the same subject moves the day forward. */
export async function saveTombstones(
  tx: Tx,
  about: {
    readonly secret: string;
    readonly shopId: number;
    readonly subjects: readonly Subject[];
    readonly erasedAt: Date;
  },
): Promise<void> {
  const { secret, shopId, erasedAt } = about;
  for (const { kind, value } of about.subjects) {
    const subject = keyedHash(secret, shopId, kind, value);
    await tx.tombstone.upsert({
      where: { shopId_subject: { shopId, subject } },
      create: { shopId, subject, erasedAt },
      update: { erasedAt },
    });
  }
}

/** The erasures that touch any of these orders. Free of cost for a shop in which nobody was ever erased. */
export async function loadErasures(
  db: Reader | Tx,
  about: { readonly secret: string; readonly shopId: number; readonly orders: readonly MappedOrder[] },
): Promise<Erasures> {
  const { secret, shopId, orders } = about;
  const erasures = {
    orders: new Set<bigint>(),
    customers: new Map<bigint, Date>(),
    browsers: new Map<string, Date>(),
  };
  const any = await db.tombstone.findFirst({ where: { shopId }, select: { subject: true } });
  if (!any) return erasures;
  const hash = (kind: HashedKind, value: string) => keyedHash(secret, shopId, kind, value);
  const byHash = new Map<string, (erasedAt: Date) => void>();
  for (const { order } of orders) {
    const { orderId, customerId, browserId } = order;
    byHash.set(hash('order', orderId.toString()), () => void erasures.orders.add(orderId));
    if (customerId !== null) {
      byHash.set(
        hash('customer', customerId.toString()),
        (at) => void erasures.customers.set(customerId, at),
      );
    }
    if (browserId !== null)
      byHash.set(hash('browser', browserId), (at) => void erasures.browsers.set(browserId, at));
  }
  for (const part of inParts([...byHash.keys()])) {
    const found = await db.tombstone.findMany({ where: { shopId, subject: { in: part } } });
    for (const { subject, erasedAt } of found) byHash.get(subject)?.(erasedAt);
  }
  return erasures;
}

/** What an imported order says of its buyer, by keyed hash. */
export interface ContactHash {
  readonly kind: 'address' | 'phone';
  readonly hash: string;
}

/** When the people behind these addresses and telephone numbers were erased, by hash. */
export async function loadErasedContacts(
  db: Reader | Tx,
  about: { readonly secret: string; readonly shopId: number; readonly contacts: readonly ContactHash[] },
): Promise<ReadonlyMap<string, Date>> {
  const { secret, shopId, contacts } = about;
  const bySubject = new Map(
    contacts.map(({ kind, hash }) => [keyedHash(secret, shopId, kind, hash), hash] as const),
  );
  const erased = new Map<string, Date>();
  for (const part of inParts([...bySubject.keys()])) {
    const found = await db.tombstone.findMany({ where: { shopId, subject: { in: part } } });
    for (const { subject, erasedAt } of found) erased.set(bySubject.get(subject) ?? '', erasedAt);
  }
  return erased;
}

/** When somebody was erased; null when they were not. */
export async function findTombstone(
  db: Reader,
  about: Subject & { readonly secret: string; readonly shopId: number },
): Promise<Date | null> {
  const { secret, shopId, kind, value } = about;
  const subject = keyedHash(secret, shopId, kind, value);
  const [found] = await db.$queryRaw<{ erasedAt: Date }[]>`
    SELECT "erasedAt" FROM "Tombstone" WHERE "shopId" = ${shopId} AND "subject" = ${subject}`;
  return found?.erasedAt ?? null;
}
