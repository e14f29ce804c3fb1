import { Prisma } from '@prisma/client';
import { z } from 'zod';
import type { Reader, Tx } from '../ports';
import type { VerdictView } from './verdict-view';

const VIEW: Readonly<Record<VerdictView, Prisma.Sql>> = {
  consumables: Prisma.sql`c."holds"`,
  others: Prisma.sql`NOT c."holds"`,
  overruled: Prisma.sql`c."merchantSays" IS NOT NULL`,
};

const evidence = z.object({
  reasons: z.array(z.string()).catch([]),
  kind: z.string().catch('unknown kind'),
  buyers: z.number().catch(0),
  repeatBuyers: z.number().catch(0),
});

export interface VerdictLine {
  readonly productId: bigint;
  readonly title: string;
  readonly imageUrl: string | null;
  readonly modelSays: boolean;
  readonly merchantSays: boolean | null;
  readonly holds: boolean;
  /** Chance that it is a consumable, 0 to 1. */
  readonly score: number;
  readonly evidence: z.infer<typeof evidence>;
  /** Days by which a quarter, half and three quarters of returning buyers are back; null for what is not a consumable. */
  readonly quartileDays: readonly number[] | null;
}

export interface VerdictQuery {
  readonly view: VerdictView;
  /** Part of a title; empty for all. */
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
}

const ids = z.array(z.object({ productId: z.coerce.bigint() }));
const counts = z.array(
  z.object({ consumables: z.coerce.number(), others: z.coerce.number(), overruled: z.coerce.number() }),
);

/** Judged products of the catalogue, those with most repeat buyers first. */
export async function listVerdicts(
  reader: Reader,
  shopId: number,
  query: VerdictQuery,
): Promise<readonly VerdictLine[]> {
  const found = ids.parse(
    await reader.$queryRaw`
      SELECT c."productId" FROM "Consumable" c
      JOIN "Product" p ON p."shopId" = c."shopId" AND p."productId" = c."productId"
      LEFT JOIN "ProductRhythm" r ON r."shopId" = c."shopId" AND r."productId" = c."productId"
      WHERE c."shopId" = ${shopId} AND p."deletedAt" IS NULL AND ${VIEW[query.view]} AND ${titleMatches(query.search)}
      ORDER BY coalesce(r."repeatBuyers", 0) DESC, c."score" DESC, p."title", c."productId"
      LIMIT ${query.limit} OFFSET ${query.offset}`,
  );
  const productId = { in: found.map((row) => row.productId) };
  const [products, verdicts, rhythms] = await Promise.all([
    reader.product.findMany({
      where: { shopId, productId },
      select: { productId: true, title: true, imageUrl: true },
    }),
    reader.consumable.findMany({ where: { shopId, productId } }),
    reader.productRhythm.findMany({
      where: { shopId, productId },
      select: { productId: true, quartiles: true },
    }),
  ]);
  const product = new Map(products.map((row) => [row.productId, row]));
  const verdict = new Map(verdicts.map((row) => [row.productId, row]));
  const quartiles = new Map(
    rhythms.map((row) => [row.productId, z.array(z.number()).catch([]).parse(row.quartiles)]),
  );
  return found.flatMap(({ productId: id }) => {
    const judged = verdict.get(id);
    const about = product.get(id);
    if (!judged || !about) return [];
    const { modelSays, merchantSays, holds, score } = judged;
    const own = { modelSays, merchantSays, holds, score, evidence: evidence.parse(judged.evidence) };
    return [{ ...about, ...own, quartileDays: quartiles.get(id) ?? null }];
  });
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

/** Sets the merchant's word, or with null takes it back. @returns false when the product was never judged */
export async function saveMerchantWord(
  tx: Tx,
  shopId: number,
  productId: bigint,
  word: { readonly merchantSays: boolean | null; readonly at: Date },
): Promise<boolean> {
  const { merchantSays, at } = word;
  const where = { shopId_productId: { shopId, productId } };
  const judged = await tx.consumable.findUnique({ where, select: { modelSays: true } });
  if (!judged) return false;
  const overruledAt = merchantSays === null ? null : at;
  await tx.consumable.update({
    where,
    data: { merchantSays, holds: merchantSays ?? judged.modelSays, overruledAt },
  });
  return true;
}

function titleMatches(search: string): Prisma.Sql {
  const part = search.trim().toLowerCase();
  if (part === '') return Prisma.sql`1 = 1`;
  const pattern = `%${part.replace(/[\\%_]/g, '\\$&')}%`;
  return Prisma.sql`lower(p."title") LIKE ${pattern} ESCAPE '\\'`;
}
