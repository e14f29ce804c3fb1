import { setImmediate } from 'node:timers/promises';
import type { Prisma } from '@prisma/client';
import { z } from 'zod';
import type { HotDatabase, HotWriter, Reader } from '../ports';
import type { BuyerDays } from './product-history';

const row = z.object({ buyer: z.string(), boughtOn: z.bigint() });

// One buyer is a customer, else a browser, else one order. Siblings and sizes are one product.
const BUYER_DAYS = `
  SELECT coalesce('c' || "customerId", 'b' || "browserId", 'o' || "orderId") AS "buyer", "boughtOn"
  FROM "Purchase" WHERE "shopId" = ? AND "productId" = ? AND "isSubscription" = 0
  GROUP BY "buyer", "boughtOn" ORDER BY "buyer", "boughtOn"`;

/** Every buyer's distinct days with a product; subscription lines teach nothing and are left out. */
export async function loadBuyerDays(
  hot: HotDatabase,
  shopId: number,
  productId: bigint,
): Promise<readonly BuyerDays[]> {
  // Called for one product after the other: requests that came meanwhile go first.
  await setImmediate();
  const buyers = new Map<string, number[]>();
  for (const raw of hot.prepareRead(BUYER_DAYS).iterate(shopId, productId)) {
    const { buyer, boughtOn } = row.parse(raw);
    const days = buyers.get(buyer);
    if (days) days.push(Number(boughtOn));
    else buyers.set(buyer, [Number(boughtOn)]);
  }
  return [...buyers.values()].map((days) => ({ days }));
}

const productFacts = {
  productId: true,
  title: true,
  productType: true,
  categoryName: true,
  tags: true,
  isGiftCard: true,
  requiresShipping: true,
  hasSubscriptionOffer: true,
} satisfies Prisma.ProductSelect;

export type ProductFacts = Prisma.ProductGetPayload<{ select: typeof productFacts }> & {
  readonly hasPackSize: boolean;
  readonly merchantSays: boolean | null;
};

/** The next products after `after`, in id order, with what the catalogue and the merchant say of them. */
export async function loadProductsAfter(
  db: Reader,
  shopId: number,
  after: bigint | null,
  take: number,
): Promise<readonly ProductFacts[]> {
  const products = await db.product.findMany({
    where: { shopId, productId: after === null ? undefined : { gt: after } },
    select: productFacts,
    orderBy: { productId: 'asc' },
    take,
  });
  const ids = products.map((product) => product.productId);
  const [packs, overruled] = await Promise.all([
    db.variant.findMany({
      where: { shopId, productId: { in: ids }, packAmount: { not: null } },
      select: { productId: true },
      distinct: ['productId'],
    }),
    db.consumable.findMany({
      where: { shopId, productId: { in: ids }, merchantSays: { not: null } },
      select: { productId: true, merchantSays: true },
    }),
  ]);
  const withPack = new Set(packs.map((pack) => pack.productId));
  const merchant = new Map(overruled.map((one) => [one.productId, one.merchantSays]));
  return products.map((product) => ({
    ...product,
    hasPackSize: withPack.has(product.productId),
    merchantSays: merchant.get(product.productId) ?? null,
  }));
}

export interface VerdictRow {
  readonly productId: bigint;
  readonly modelSays: boolean;
  readonly score: number;
  readonly evidence: unknown;
}

// The merchant's word stands through every re-run: only the model's side is written here.
const SAVE_VERDICT = `
  INSERT INTO "Consumable" ("shopId", "productId", "modelSays", "holds", "score", "evidence", "decidedAt")
  VALUES (@shopId, @productId, @modelSays, @modelSays, @score, @evidence, @at)
  ON CONFLICT ("shopId", "productId") DO UPDATE SET
    "modelSays" = excluded."modelSays", "score" = excluded."score", "evidence" = excluded."evidence",
    "decidedAt" = excluded."decidedAt", "holds" = coalesce("merchantSays", excluded."modelSays")`;

export function saveVerdicts(hot: HotWriter, shopId: number, rows: readonly VerdictRow[], at: Date): void {
  const save = hot.prepare(SAVE_VERDICT);
  for (const verdict of rows) {
    save.run({
      shopId,
      productId: verdict.productId,
      modelSays: verdict.modelSays ? 1 : 0,
      score: verdict.score,
      evidence: JSON.stringify(verdict.evidence),
      at: at.getTime(),
    });
  }
}
