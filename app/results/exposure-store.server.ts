import { Prisma } from '@prisma/client';
import { z } from 'zod';
import { inParts } from '../db/in-parts';
import type { Reader } from '../ports';
import { isTacticName } from '../tactics/tactic';
import type { CountedExposure } from './outcomes';

/**
 * Whether an exposure `e` of a key `k` counts. One that was drawn on a checkout token counts once its order has arrived, and
 * only if the person behind it had no arm in those layers before: otherwise the person would stand in two arms, so it is
 * left out in every arm alike.
 */
export const STANDING = Prisma.sql`
  CASE
    WHEN k."kind" <> 'checkout' THEN 'counts'
    WHEN NOT EXISTS (SELECT 1 FROM "Order" o WHERE o."shopId" = e."shopId" AND o."checkoutToken" = k."value")
      THEN 'order-awaited'
    WHEN EXISTS (SELECT 1 FROM "ShopperKey" other JOIN "Assignment" a ON a."keyId" = other."id"
                 WHERE other."shopId" = e."shopId" AND other."personId" = k."personId" AND other."id" <> k."id"
                   AND (a."layerId" = e."layerId" OR a."layerId" = e."holdoutLayerId") AND a."drawnAt" < e."at")
      THEN 'late-identity'
    ELSE 'counts'
  END`;

const row = z.object({
  personId: z.coerce.number(),
  id: z.coerce.number(),
  tactic: z.string(),
  keyId: z.coerce.number(),
  businessKey: z.string(),
});

const detail = z.object({
  offers: z.array(z.object({ productId: z.coerce.bigint(), offeredOn: z.number().int() })).catch([]),
});

/** The exposures that count of these persons, by person. Persons without any are absent. */
export async function countedExposures(
  reader: Reader,
  shopId: number,
  personIds: readonly number[],
): Promise<ReadonlyMap<number, readonly CountedExposure[]>> {
  const found = new Map<number, CountedExposure[]>();
  if (personIds.length === 0) return found;
  const rows = z.array(row).parse(
    await reader.$queryRaw`
      SELECT k."personId", e."id", e."tactic", e."keyId", e."businessKey"
      FROM "ShopperKey" k JOIN "Exposure" e ON e."shopId" = k."shopId" AND e."keyId" = k."id"
      WHERE k."shopId" = ${shopId} AND k."personId" IN (${Prisma.join([...personIds])}) AND ${STANDING} = 'counts'`,
  );
  const more = new Map<number, { at: Date; detail: unknown }>();
  for (const part of inParts(rows.map((one) => one.id))) {
    const select = { id: true, at: true, detail: true } as const;
    for (const one of await reader.exposure.findMany({ where: { id: { in: part } }, select }))
      more.set(one.id, one);
  }
  for (const { personId, tactic, ...rest } of rows) {
    const exposure = more.get(rest.id);
    if (!exposure || !isTacticName(tactic)) continue;
    const offers = detail.safeParse(exposure.detail).data?.offers ?? [];
    const list = found.get(personId) ?? [];
    list.push({ ...rest, tactic, at: exposure.at, offers });
    found.set(personId, list);
  }
  return found;
}
