import { Prisma } from '@prisma/client';
import { z } from 'zod';
import type { Reader } from '../ports';
import { readReturnCurve, type ReturnCurve } from './return-curve';
import { verdictEvidence, type VerdictEvidence } from './verdict-evidence';
import type { Direction, VerdictSelection, VerdictSort, VerdictView } from './verdict-view';

const VIEW: Readonly<Record<VerdictView, Prisma.Sql>> = {
  consumables: Prisma.sql`c."holds"`,
  others: Prisma.sql`NOT c."holds"`,
  overruled: Prisma.sql`c."merchantSays" IS NOT NULL`,
};

/** What holds no value in the column that is sorted by comes last, either way. */
const SORT: Readonly<Record<VerdictSort, Prisma.Sql>> = {
  title: Prisma.sql`lower(p."title")`,
  score: Prisma.sql`c."score"`,
  gap: Prisma.sql`r."logMean"`,
  buyers: Prisma.sql`CAST(c."evidence" ->> 'buyers' AS REAL)`,
  repeat: Prisma.sql`CAST(c."evidence" ->> 'repeatBuyers' AS REAL)`,
  overruled: Prisma.sql`c."overruledAt"`,
};

const DIRECTION: Readonly<Record<Direction, Prisma.Sql>> = {
  ascending: Prisma.sql`ASC NULLS LAST`,
  descending: Prisma.sql`DESC NULLS LAST`,
};

export interface VerdictLine {
  readonly productId: bigint;
  readonly title: string;
  readonly imageUrl: string | null;
  readonly modelSays: boolean;
  readonly merchantSays: boolean | null;
  readonly holds: boolean;
  /** Chance that it is a consumable, 0 to 1. */
  readonly score: number;
  readonly overruledAt: Date | null;
  readonly evidence: VerdictEvidence;
  /** Days by which a quarter, half and three quarters of returning buyers are back; null for what is not a consumable. */
  readonly quartileDays: readonly number[] | null;
  /** How many returning buyers were back by when; without shares when too few came back. */
  readonly curve: ReturnCurve;
}

export interface VerdictQuery {
  readonly view: VerdictView;
  /** Part of a title; empty for all. */
  readonly search: string;
  readonly sort: VerdictSort;
  readonly direction: Direction;
  readonly offset: number;
  readonly limit: number;
}

const ids = z.array(z.object({ productId: z.coerce.bigint() }));
const counts = z.array(
  z.object({ consumables: z.coerce.number(), others: z.coerce.number(), overruled: z.coerce.number() }),
);
const numbers = z.array(z.number());

/** Judged products of the catalogue, a page of them. */
export async function listVerdicts(
  reader: Reader,
  shopId: number,
  query: VerdictQuery,
): Promise<readonly VerdictLine[]> {
  const found = ids.parse(await reader.$queryRaw(verdictPage(shopId, query)));
  return describe(
    reader,
    shopId,
    found.map((row) => row.productId),
  );
}

/** One product's verdict; null when it was never judged or is gone from the shop. */
export async function loadVerdict(
  reader: Reader,
  shopId: number,
  productId: bigint,
): Promise<VerdictLine | null> {
  return (await describe(reader, shopId, [productId]))[0] ?? null;
}

/** Verdicts of these products, in this order. */
async function describe(
  reader: Reader,
  shopId: number,
  found: readonly bigint[],
): Promise<readonly VerdictLine[]> {
  const productId = { in: [...found] };
  const [products, verdicts, rhythms] = await Promise.all([
    reader.product.findMany({
      where: { shopId, productId },
      select: { productId: true, title: true, imageUrl: true },
    }),
    reader.consumable.findMany({ where: { shopId, productId } }),
    reader.productRhythm.findMany({
      where: { shopId, productId },
      select: { productId: true, quartiles: true, curve: true },
    }),
  ]);
  const product = new Map(products.map((row) => [row.productId, row]));
  const verdict = new Map(verdicts.map((row) => [row.productId, row]));
  const rhythm = new Map(rhythms.map((row) => [row.productId, row]));
  return found.flatMap((id) => {
    const judged = verdict.get(id);
    const about = product.get(id);
    if (!judged || !about) return [];
    const { modelSays, merchantSays, holds, score, overruledAt } = judged;
    const when = rhythm.get(id);
    return [
      {
        ...about,
        ...{ modelSays, merchantSays, holds, score, overruledAt },
        evidence: verdictEvidence(judged.evidence),
        quartileDays: when ? numbers.catch([]).parse(when.quartiles) : null,
        curve: readReturnCurve(when?.curve),
      },
    ];
  });
}

/** Ids of a page. Only what it filters and sorts by is read of all the shop's products; the rest of its 25. */
export function verdictPage(shopId: number, query: VerdictQuery): Prisma.Sql {
  const rhythms =
    query.sort === 'gap'
      ? Prisma.sql`LEFT JOIN "ProductRhythm" r ON r."shopId" = c."shopId" AND r."productId" = c."productId"`
      : Prisma.empty;
  return Prisma.sql`
    SELECT c."productId" FROM "Consumable" c
    JOIN "Product" p ON p."shopId" = c."shopId" AND p."productId" = c."productId" ${rhythms}
    WHERE ${meant(shopId, query)}
    ORDER BY ${SORT[query.sort]} ${DIRECTION[query.direction]}, c."score" DESC, p."title", c."productId"
    LIMIT ${query.limit} OFFSET ${query.offset}`;
}

/** How many products each view has, for a search. */
export async function countVerdicts(
  reader: Reader,
  shopId: number,
  search: string,
): Promise<Readonly<Record<VerdictView, number>>> {
  const rows = counts.parse(
    await reader.$queryRaw`
      SELECT coalesce(sum(CASE WHEN ${VIEW.consumables} THEN 1 ELSE 0 END), 0) AS "consumables",
        coalesce(sum(CASE WHEN ${VIEW.others} THEN 1 ELSE 0 END), 0) AS "others",
        coalesce(sum(CASE WHEN ${VIEW.overruled} THEN 1 ELSE 0 END), 0) AS "overruled"
      FROM "Consumable" c JOIN "Product" p ON p."shopId" = c."shopId" AND p."productId" = c."productId"
      WHERE c."shopId" = ${shopId} AND p."deletedAt" IS NULL AND ${titleMatches(search)}`,
  );
  return rows[0] ?? { consumables: 0, others: 0, overruled: 0 };
}

/** The condition for a selection, over "Consumable" c and "Product" p. */
export function meant(shopId: number, selection: VerdictSelection): Prisma.Sql {
  const ofShop = Prisma.sql`c."shopId" = ${shopId} AND p."deletedAt" IS NULL`;
  if ('productIds' in selection) {
    return selection.productIds.length === 0
      ? Prisma.sql`1 = 0`
      : Prisma.sql`${ofShop} AND c."productId" IN (${Prisma.join([...selection.productIds])})`;
  }
  return Prisma.sql`${ofShop} AND ${VIEW[selection.view]} AND ${titleMatches(selection.search)}`;
}

function titleMatches(search: string): Prisma.Sql {
  const part = search.trim().toLowerCase();
  if (part === '') return Prisma.sql`1 = 1`;
  const pattern = `%${part.replace(/[\\%_]/g, '\\$&')}%`;
  return Prisma.sql`lower(p."title") LIKE ${pattern} ESCAPE '\\'`;
}
