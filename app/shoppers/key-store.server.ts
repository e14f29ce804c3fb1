import { int, oneOf, statement, text } from '../db/statement';
import type { Sql, Writer } from '../ports';
import { KEY_KINDS, type ShopperName } from './shopper-key';

export interface StoredKey {
  readonly id: number;
  /** Smallest key id of the person. */
  readonly personId: number;
}

const FIND = statement(
  `SELECT "id", "personId" FROM "ShopperKey" WHERE "shopId" = :shopId AND "kind" = :kind AND "value" = :value`,
  { id: int, personId: int },
);
const INSERT = statement(
  `INSERT INTO "ShopperKey" ("shopId", "kind", "value", "personId", "createdAt") VALUES (:shopId, :kind, :value, 0, :at)
  RETURNING "id"`,
  { id: int },
);
const SET_PERSON = statement(
  `UPDATE "ShopperKey" SET "personId" = :personId WHERE "shopId" = :shopId AND "id" = :id`,
);
const OF_PERSON = statement(
  `SELECT "id", "kind", "value" FROM "ShopperKey" WHERE "shopId" = :shopId AND "personId" = :personId ORDER BY "id"`,
  { id: int, kind: oneOf(KEY_KINDS), value: text },
);

/** The key of a shopper, made on first sight as a person of its own. */
export async function ensureKey(
  tx: Writer,
  { shopId, kind, value, at }: ShopperName & { readonly shopId: number; readonly at: Date },
): Promise<StoredKey> {
  const known = await findKey(tx, { shopId, kind, value });
  if (known) return known;
  const made = await tx.first(INSERT, { shopId, kind, value, at });
  if (!made) throw new Error('A new key came back without its id.');
  const key = { id: made.id, personId: made.id };
  await savePerson(tx, shopId, key);
  return key;
}

export async function findKey(
  db: Sql,
  { shopId, kind, value }: ShopperName & { readonly shopId: number },
): Promise<StoredKey | null> {
  return db.first(FIND, { shopId, kind, value });
}

/** Whose key it is from now on. */
export async function savePerson(tx: Writer, shopId: number, { id, personId }: StoredKey): Promise<void> {
  await tx.run(SET_PERSON, { shopId, id, personId });
}

/** Every way in which we know a person, oldest first. */
export async function keysOfPerson(
  db: Sql,
  shopId: number,
  personId: number,
): Promise<readonly (ShopperName & { readonly id: number })[]> {
  return db.all(OF_PERSON, { shopId, personId });
}
