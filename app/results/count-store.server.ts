import { Prisma } from '@prisma/client';
import { z } from 'zod';
import type { Reader } from '../ports';
import { TACTIC_NAMES } from '../tactics/tactic';
import type { ExposedGroup, LeftOut } from './count-arms';
import { STANDING } from './exposure-store.server';
import type { OutcomeOf } from './outcomes';

const group = z.object({
  arm: z.enum(['treated', 'control', 'holdout']),
  layerId: z.coerce.number().nullable(),
  shoppers: z.coerce.number(),
  exposures: z.coerce.number(),
  conversions: z.coerce.number(),
  crossed: z.coerce.number(),
});

const left = z.object({
  standing: z.enum(['counts', 'order-awaited', 'late-identity']),
  n: z.coerce.number(),
});

/** Persons by the arm and layer of their first exposure that counts, with how many of them converted. */
export async function exposedGroups(
  reader: Reader,
  shopId: number,
  of: OutcomeOf,
): Promise<readonly ExposedGroup[]> {
  // For all of Larder, a tactic's control stands on the same side as its treated: only the held-out stand apart.
  const side =
    of === 'larder'
      ? Prisma.sql`CASE WHEN arm = 'holdout' THEN 1 ELSE 0 END`
      : Prisma.sql`CASE WHEN arm = 'treated' THEN 0 ELSE 1 END`;
  const layer = of === 'larder' ? Prisma.sql`e."holdoutLayerId"` : Prisma.sql`e."layerId"`;
  const rows = await reader.$queryRaw`
    WITH counted AS (
      SELECT k."personId" AS person, e."arm" AS arm, ${layer} AS layer,
        row_number() OVER (PARTITION BY k."personId" ORDER BY e."at", e."id") AS place
      FROM "Exposure" e JOIN "ShopperKey" k ON k."id" = e."keyId"
      WHERE e."shopId" = ${shopId} AND e."tactic" IN (${tacticsOf(of)}) AND ${STANDING} = 'counts'),
    persons AS (
      SELECT person,
        max(CASE WHEN place = 1 THEN arm END) AS arm,
        max(CASE WHEN place = 1 THEN layer END) AS layer,
        count(*) AS exposures,
        CASE WHEN min(${side}) <> max(${side}) THEN 1 ELSE 0 END AS crossed
      FROM counted GROUP BY person),
    converted AS (
      SELECT DISTINCT k."personId" AS person
      FROM "Outcome" o JOIN "ShopperKey" k ON k."id" = o."keyId"
      WHERE o."shopId" = ${shopId} AND o."tactic" = ${of} AND o."convertedOn" IS NOT NULL)
    SELECT p.arm AS "arm", p.layer AS "layerId", count(*) AS "shoppers", sum(p.exposures) AS "exposures",
      count(c.person) AS "conversions", sum(p.crossed) AS "crossed"
    FROM persons p LEFT JOIN converted c ON c.person = p.person
    GROUP BY p.arm, p.layer`;
  return z.array(group).parse(rows);
}

/** Exposures that count for nobody, by why. */
export async function exposuresLeftOut(
  reader: Reader,
  shopId: number,
  of: OutcomeOf,
): Promise<Pick<LeftOut, 'lateIdentity' | 'orderAwaited'>> {
  const rows = z.array(left).parse(
    await reader.$queryRaw`
      SELECT ${STANDING} AS "standing", count(*) AS "n"
      FROM "Exposure" e JOIN "ShopperKey" k ON k."id" = e."keyId"
      WHERE e."shopId" = ${shopId} AND e."tactic" IN (${tacticsOf(of)}) AND k."kind" = 'checkout'
      GROUP BY 1`,
  );
  const n = (standing: string) => rows.find((row) => row.standing === standing)?.n ?? 0;
  return { lateIdentity: n('late-identity'), orderAwaited: n('order-awaited') };
}

/** @throws when there is no such layer. */
export async function layerStartedAt(reader: Reader, layerId: number): Promise<Date> {
  return (await reader.layer.findFirstOrThrow({ where: { id: layerId } })).startedAt;
}

function tacticsOf(of: OutcomeOf): Prisma.Sql {
  return Prisma.join(of === 'larder' ? [...TACTIC_NAMES] : [of]);
}
