import type { Prisma } from '@prisma/client';
import { z } from 'zod';
import type { PackSize } from '../catalogue/pack-size';
import { usualPack } from '../catalogue/size-multiples';
import { statement } from '../db/statement';
import type { Reader, Writer } from '../ports';

const productFacts = {
  productId: true,
  title: true,
  productType: true,
  categoryId: true,
  categoryName: true,
  tags: true,
  isGiftCard: true,
  requiresShipping: true,
  hasSubscriptionOffer: true,
} satisfies Prisma.ProductSelect;

export type ProductFacts = Prisma.ProductGetPayload<{ select: typeof productFacts }> & {
  /** The size it is usually sold in; null when none is known. */
  readonly pack: PackSize | null;
};

/** The next products after `after`, in id order, with what the catalogue says of them. */
export async function loadProductsAfter(
  db: Reader,
  shopId: number,
  after: bigint | null,
  take: number,
): Promise<readonly ProductFacts[]> {
  const products = await db.prisma.product.findMany({
    where: { shopId, productId: after === null ? undefined : { gt: after } },
    select: productFacts,
    orderBy: { productId: 'asc' },
    take,
  });
  const sizes = await db.prisma.variant.findMany({
    where: {
      shopId,
      productId: { in: products.map((product) => product.productId) },
      packAmount: { not: null },
    },
    select: { productId: true, packAmount: true, packUnit: true },
  });
  const packsOf = new Map<bigint, PackSize[]>();
  for (const { productId, packAmount: amount, packUnit: unit } of sizes) {
    const read = pack.safeParse({ amount, unit });
    if (!read.success) continue;
    const own = packsOf.get(productId);
    if (own) own.push(read.data);
    else packsOf.set(productId, [read.data]);
  }
  return products.map((product) => ({ ...product, pack: usualPack(packsOf.get(product.productId) ?? []) }));
}

const pack = z.object({ amount: z.number().positive(), unit: z.enum(['g', 'ml', 'items']) });

export interface VerdictRow {
  readonly productId: bigint;
  readonly modelSays: boolean;
  readonly score: number;
  readonly evidence: unknown;
}

// The merchant's word stands through every re-run: only the model's side is written here.
const SAVE = statement(`
  INSERT INTO "Consumable" ("shopId", "productId", "modelSays", "holds", "score", "evidence", "decidedAt")
  SELECT :shopId, r."productId", r."modelSays", r."modelSays", r."score", r."evidence", :at
  FROM rows(:verdicts, "productId" number, "modelSays" flag, "score" real, "evidence" json) AS r
  WHERE TRUE
  ON CONFLICT ("shopId", "productId") DO UPDATE SET
    "modelSays" = excluded."modelSays", "score" = excluded."score", "evidence" = excluded."evidence",
    "decidedAt" = excluded."decidedAt", "holds" = coalesce("Consumable"."merchantSays", excluded."modelSays")`);

/** Keeps what the model says of these products. */
export async function saveVerdicts(
  tx: Writer,
  shopId: number,
  verdicts: readonly VerdictRow[],
  at: Date,
): Promise<void> {
  await tx.run(SAVE, { shopId, verdicts, at });
}
