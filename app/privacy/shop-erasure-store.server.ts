import { Prisma } from '@prisma/client';
import type { Tx } from '../ports';

/** Every table whose rows belong to a shop: read from the data model, so that a new table cannot be forgotten. */
const SHOP_TABLES = Prisma.dmmf.datamodel.models
  .filter((model) => model.fields.some((field) => field.name === 'shopId'))
  .map((model) => model.dbName ?? model.name);

/** Removes every row of a shop, its sessions and the shop itself. */
export async function removeShop(tx: Tx, shopId: number): Promise<void> {
  const shop = await tx.shop.findUnique({ where: { id: shopId } });
  // Table names come from the data model, never from outside.
  for (const table of SHOP_TABLES) {
    await tx.$executeRaw`DELETE FROM ${Prisma.raw(`"${table}"`)} WHERE "shopId" = ${shopId}`;
  }
  if (!shop) return;
  await tx.session.deleteMany({ where: { shop: shop.domain } });
  await tx.shop.delete({ where: { id: shopId } });
}
