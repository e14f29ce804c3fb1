import { oneOf, statement } from '../db/statement';
import type { Sql, Writer } from '../ports';
import { OPT_OUT_SCOPES, type OptOutScope } from './opt-out';

interface OptOutRequest {
  readonly shopId: number;
  readonly keyId: number;
  readonly scope: OptOutScope;
}

const SAVE = statement(
  `INSERT INTO "OptOut" ("shopId", "keyId", "scope", "at") VALUES (:shopId, :keyId, :scope, :at)
  ON CONFLICT ("shopId", "keyId", "scope") DO NOTHING`,
);

/** Keeps a shopper's own off switch; the first instant stays. */
export async function saveOptOut(
  tx: Writer,
  { shopId, keyId, scope, at }: OptOutRequest & { readonly at: Date },
): Promise<void> {
  await tx.run(SAVE, { shopId, keyId, scope, at });
}

const CLEAR = statement(
  `DELETE FROM "OptOut" WHERE "shopId" = :shopId AND "scope" = :scope AND "keyId" IN (
    SELECT o."id" FROM "ShopperKey" k CROSS JOIN "ShopperKey" o
    WHERE k."shopId" = :shopId AND k."id" = :keyId AND o."shopId" = k."shopId" AND o."personId" = k."personId")`,
);

/** Takes an off switch back, for every key of the person. */
export async function clearOptOut(tx: Writer, { shopId, keyId, scope }: OptOutRequest): Promise<void> {
  await tx.run(CLEAR, { shopId, keyId, scope });
}

// CROSS JOIN keeps the order: from the person to their rows, never through a shop's whole table.
const OF_PERSON = statement(
  `SELECT DISTINCT o."scope" FROM "ShopperKey" k CROSS JOIN "OptOut" o
  WHERE k."shopId" = :shopId AND k."personId" = :personId AND o."shopId" = k."shopId" AND o."keyId" = k."id"`,
  { scope: oneOf(OPT_OUT_SCOPES) },
);

/** What a person has switched off, with whichever key they did so. */
export async function optOutsOfPerson(
  db: Sql,
  shopId: number,
  personId: number,
): Promise<readonly OptOutScope[]> {
  const rows = await db.all(OF_PERSON, { shopId, personId });
  return rows.map((row) => row.scope);
}
