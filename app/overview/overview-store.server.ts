import { z } from 'zod';
import type { Reader } from '../ports';

const counted = z.array(z.object({ n: z.coerce.number() })).length(1);

/** Shoppers with a consumable whose best day lies between two local days, both included. */
export async function countShoppersDue(
  reader: Reader,
  shopId: number,
  days: { readonly fromOn: number; readonly toOn: number },
): Promise<number> {
  const rows = await reader.$queryRaw`
    SELECT count(DISTINCT k."personId") AS "n"
    FROM "Forecast" f JOIN "ShopperKey" k ON k."id" = f."keyId"
    WHERE f."shopId" = ${shopId} AND f."bestOn" BETWEEN ${days.fromOn} AND ${days.toOn}`;
  return counted.parse(rows)[0]?.n ?? 0;
}

export async function countHeld(
  reader: Reader,
  shopId: number,
): Promise<{ orders: number; consumables: number; remindersWaiting: number; mailsSent: number }> {
  const [orders, consumables, remindersWaiting, mailsSent] = await Promise.all([
    reader.order.count({ where: { shopId } }),
    reader.consumable.count({ where: { shopId, holds: true } }),
    reader.reminder.count({ where: { shopId, state: { in: ['pending', 'active'] } } }),
    reader.message.count({ where: { shopId, state: 'sent' } }),
  ]);
  return { orders, consumables, remindersWaiting, mailsSent };
}
