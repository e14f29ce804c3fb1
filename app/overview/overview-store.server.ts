import { int, statement } from '../db/statement';
import type { Reader, Sql } from '../ports';

const DUE = statement(
  `
  SELECT count(DISTINCT k."personId") AS "n"
  FROM "Forecast" f JOIN "ShopperKey" k ON k."id" = f."keyId" AND k."shopId" = f."shopId"
  WHERE f."shopId" = :shopId AND f."bestOn" BETWEEN :fromOn AND :toOn`,
  { n: int },
);

/** Shoppers with a consumable whose best day lies between two local days, both included. */
export async function countShoppersDue(
  db: Sql,
  shopId: number,
  days: { readonly fromOn: number; readonly toOn: number },
): Promise<number> {
  return (await db.first(DUE, { shopId, ...days }))?.n ?? 0;
}

export async function countHeld(
  reader: Reader,
  shopId: number,
): Promise<{ orders: number; consumables: number; remindersWaiting: number; mailsSent: number }> {
  const [orders, consumables, remindersWaiting, mailsSent] = await Promise.all([
    reader.prisma.order.count({ where: { shopId } }),
    reader.prisma.consumable.count({ where: { shopId, holds: true } }),
    reader.prisma.reminder.count({ where: { shopId, state: { in: ['pending', 'active'] } } }),
    reader.prisma.message.count({ where: { shopId, state: 'sent' } }),
  ]);
  return { orders, consumables, remindersWaiting, mailsSent };
}
