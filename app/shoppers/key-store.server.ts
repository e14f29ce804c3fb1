import type { Reader, Tx } from '../ports';
import type { KeyKind, ShopperName } from './shopper-key';

export interface StoredKey {
  readonly id: number;
  /** Smallest key id of the person. */
  readonly personId: number;
}

/** The key of a shopper, made on first sight as a person of its own. */
export async function ensureKey(
  tx: Tx,
  { shopId, kind, value, at }: ShopperName & { readonly shopId: number; readonly at: Date },
): Promise<StoredKey> {
  const known = await findKey(tx, { shopId, kind, value });
  if (known) return known;
  const made = await tx.shopperKey.create({ data: { shopId, kind, value, personId: 0, createdAt: at } });
  await tx.shopperKey.update({ where: { id: made.id }, data: { personId: made.id } });
  return { id: made.id, personId: made.id };
}

export async function findKey(
  db: Reader | Tx,
  { shopId, kind, value }: ShopperName & { readonly shopId: number },
): Promise<StoredKey | null> {
  const [key] = await db.$queryRaw<StoredKey[]>`
    SELECT "id", "personId" FROM "ShopperKey" WHERE "shopId" = ${shopId} AND "kind" = ${kind} AND "value" = ${value}`;
  return key ?? null;
}

/** Every way in which we know a person, oldest first. */
export async function keysOfPerson(
  db: Reader | Tx,
  shopId: number,
  personId: number,
): Promise<readonly (ShopperName & { readonly id: number })[]> {
  const rows = await db.shopperKey.findMany({ where: { shopId, personId }, orderBy: { id: 'asc' } });
  return rows.map((row) => ({ id: row.id, kind: row.kind as KeyKind, value: row.value }));
}
