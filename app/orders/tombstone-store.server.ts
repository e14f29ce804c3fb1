import { instant, int, statement, text } from '../db/statement';
import type { Sql, Writer } from '../ports';
import { keyedHash, type HashedKind } from '../shops/keyed-hash';
import type { Erasures } from './intake/choose-orders';
import type { MappedOrder } from './intake/to-purchases';

interface ErasedName {
  readonly kind: HashedKind;
  readonly value: string;
}

// WHERE tells SQLite that the ON after it begins no join.
const SAVE = statement(`
  INSERT INTO "Tombstone" ("shopId", "subject", "erasedAt")
  SELECT :shopId, s."value", :erasedAt FROM texts(:hashes) AS s WHERE TRUE
  ON CONFLICT ("shopId", "subject") DO UPDATE SET "erasedAt" = excluded."erasedAt"`);

const ANY = statement(`SELECT 1 AS "any" FROM "Tombstone" WHERE "shopId" = :shopId LIMIT 1`, { any: int });

const OF_HASHES = statement(
  `SELECT "subject" AS "hash", "erasedAt" FROM "Tombstone"
   WHERE "shopId" = :shopId AND "subject" IN (SELECT "value" FROM texts(:hashes))`,
  { hash: text, erasedAt: instant },
);

/** Keeps, by keyed hash only, that somebody was erased. A later erasure of the same name moves the day forward. */
export async function saveTombstones(
  tx: Writer,
  about: {
    readonly secret: string;
    readonly shopId: number;
    readonly erased: readonly ErasedName[];
    readonly erasedAt: Date;
  },
): Promise<void> {
  const { secret, shopId, erasedAt } = about;
  const hashes = about.erased.map(({ kind, value }) => keyedHash(secret, shopId, kind, value));
  await tx.run(SAVE, { shopId, hashes: [...new Set(hashes)], erasedAt });
}

/** The erasures that touch any of these orders. Free of cost for a shop in which nobody was ever erased. */
export async function loadErasures(
  db: Sql,
  about: { readonly secret: string; readonly shopId: number; readonly orders: readonly MappedOrder[] },
): Promise<Erasures> {
  const { secret, shopId, orders } = about;
  const erasures = {
    orders: new Set<bigint>(),
    customers: new Map<bigint, Date>(),
    browsers: new Map<string, Date>(),
  };
  if (!(await db.first(ANY, { shopId }))) return erasures;
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
  const found = await db.all(OF_HASHES, { shopId, hashes: [...byHash.keys()] });
  for (const { hash, erasedAt } of found) byHash.get(hash)?.(erasedAt);
  return erasures;
}

/** What an uploaded order says of its buyer, by keyed hash. */
export interface ContactHash {
  readonly kind: 'address' | 'phone';
  readonly hash: string;
}

/** When the people behind these addresses and telephone numbers were erased, by hash. */
export async function loadErasedContacts(
  db: Sql,
  about: { readonly secret: string; readonly shopId: number; readonly contacts: readonly ContactHash[] },
): Promise<ReadonlyMap<string, Date>> {
  const { secret, shopId, contacts } = about;
  const byKeyedHash = new Map(
    contacts.map(({ kind, hash }) => [keyedHash(secret, shopId, kind, hash), hash] as const),
  );
  const found = await db.all(OF_HASHES, { shopId, hashes: [...byKeyedHash.keys()] });
  return new Map(found.map(({ hash, erasedAt }) => [byKeyedHash.get(hash) ?? '', erasedAt]));
}

/** When somebody was erased; null when they were not. */
export async function findTombstone(
  db: Sql,
  about: ErasedName & { readonly secret: string; readonly shopId: number },
): Promise<Date | null> {
  const { secret, shopId, kind, value } = about;
  const hashes = [keyedHash(secret, shopId, kind, value)];
  const found = await db.first(OF_HASHES, { shopId, hashes });
  return found?.erasedAt ?? null;
}
