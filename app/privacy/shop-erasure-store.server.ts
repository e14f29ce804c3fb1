import { Prisma } from '@prisma/client';
import { statement, type SqlValue, type Statement } from '../db/statement';
import type { Tx } from '../ports';

/** For every table whose rows belong to a shop: read from the data model, so that a new table cannot be forgotten. */
const REMOVE_ROWS: Statement<unknown, Readonly<Record<string, SqlValue>>>[] = [];
for (const { name, dbName, fields } of Prisma.dmmf.datamodel.models)
  if (fields.some((field) => field.name === 'shopId'))
    REMOVE_ROWS.push(statement(`DELETE FROM "${dbName ?? name}" WHERE "shopId" = :shopId`));

/** Removes every row of a shop, its sessions and the shop itself. */
export async function removeShop(tx: Tx, shopId: number): Promise<void> {
  const shop = await tx.prisma.shop.findUnique({ where: { id: shopId } });
  for (const rows of REMOVE_ROWS) await tx.run(rows, { shopId });
  if (!shop) return;
  await tx.prisma.session.deleteMany({ where: { shop: shop.domain } });
  await tx.prisma.shop.delete({ where: { id: shopId } });
}
