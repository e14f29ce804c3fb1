import type { Reader, Tx } from '../ports';
import type { OptOutScope } from './opt-out';

interface OptOutRequest {
  readonly shopId: number;
  readonly keyId: number;
  readonly scope: OptOutScope;
}

/** Keeps a shopper's own off switch; the first instant stays. */
export async function saveOptOut(
  tx: Tx,
  { shopId, keyId, scope, at }: OptOutRequest & { readonly at: Date },
): Promise<void> {
  const where = { shopId_keyId_scope: { shopId, keyId, scope } };
  await tx.optOut.upsert({ where, create: { shopId, keyId, scope, at }, update: {} });
}

/** Takes an off switch back, for every key of the person. */
export async function clearOptOut(tx: Tx, { shopId, keyId, scope }: OptOutRequest): Promise<void> {
  const key = await tx.shopperKey.findFirstOrThrow({ where: { shopId, id: keyId } });
  const keys = await tx.shopperKey.findMany({
    where: { shopId, personId: key.personId },
    select: { id: true },
  });
  await tx.optOut.deleteMany({ where: { shopId, keyId: { in: keys.map((one) => one.id) }, scope } });
}

/** What a person has switched off, with whichever key they did so. */
export async function optOutsOfPerson(
  db: Reader | Tx,
  shopId: number,
  personId: number,
): Promise<readonly OptOutScope[]> {
  // CROSS JOIN keeps the order: from the person to their rows, never through a shop's whole table.
  const rows = await db.$queryRaw<{ scope: OptOutScope }[]>`
    SELECT DISTINCT o."scope" FROM "ShopperKey" k CROSS JOIN "OptOut" o
    WHERE k."shopId" = ${shopId} AND k."personId" = ${personId} AND o."shopId" = k."shopId" AND o."keyId" = k."id"`;
  return rows.map((row) => row.scope);
}
