import { Prisma } from '@prisma/client';
import { z } from 'zod';
import type { Arm } from '../holdout/exposure';
import type { Reader } from '../ports';
import type { Offer, OrderLine } from './choose-offers';
import { findWaitingOffers } from './waiting-offer-store.server';

/** An offer as an exposure keeps it: what results judge it by, and what an answer to it is checked against. */
const storedOffers = z.object({
  offers: z.array(
    z.object({
      productId: z.string().transform(BigInt),
      variantId: z.string().transform(BigInt),
      quantity: z.number().int(),
      offeredOn: z.number().int(),
    }),
  ),
});

export function offersToDetail(offers: readonly Offer[]) {
  return {
    offers: offers.map(({ productId, variantId, quantity, offeredOn }) => ({
      productId: String(productId),
      variantId: String(variantId),
      quantity,
      offeredOn,
    })),
  };
}

/** What was offered after a checkout, in which arm, and to which customer's session. */
export interface MadeOffer {
  readonly arm: Arm;
  readonly offers: readonly Offer[];
  /** Null for a guest. */
  readonly customerId: string | null;
}

/** Null when nothing was offered, or the person was erased since. */
export async function findOffer(
  db: Reader,
  shopId: number,
  checkoutToken: string,
): Promise<MadeOffer | null> {
  const [exposure] = await db.$queryRaw<{ arm: string; detail: unknown; account: string | null }[]>`
    SELECT e."arm", e."detail", k."value" AS "account" FROM "Exposure" e
    LEFT JOIN "ShopperKey" k ON k."shopId" = e."shopId" AND k."id" = e."keyId" AND k."kind" = 'account'
    WHERE e."shopId" = ${shopId} AND e."tactic" = 'reminder' AND e."businessKey" = ${checkoutToken}`;
  if (exposure) return toMade(exposure.arm, exposure.detail, exposure.account);
  const [waiting] = await findWaitingOffers(db, shopId, [checkoutToken]);
  return waiting ? toMade(waiting.workedOut.arm, waiting.detail, null) : null;
}

function toMade(arm: string, stored: unknown, customerId: string | null): MadeOffer | null {
  const detail = storedOffers.safeParse(stored);
  return detail.success ? { arm: arm as Arm, offers: detail.data.offers, customerId } : null;
}

/**
 * Of these lines, those of live consumables that may be named in public, with the variant that belongs to the product. What
 * is sold by subscription only comes by itself: nobody needs a reminder of it.
 */
export async function offerableLines(
  db: Reader,
  shopId: number,
  lines: readonly OrderLine[],
): Promise<readonly OrderLine[]> {
  if (lines.length === 0) return [];
  const variantIds = Prisma.join(lines.map((line) => line.variantId));
  const rows = await db.$queryRaw<{ variantId: bigint; productId: bigint }[]>`
    SELECT v."variantId", v."productId" FROM "Variant" v
    CROSS JOIN "Product" p CROSS JOIN "Consumable" c
    WHERE v."shopId" = ${shopId} AND v."variantId" IN (${variantIds})
      AND p."shopId" = v."shopId" AND p."productId" = v."productId" AND p."isSensitive" = ${false}
      AND p."isGiftCard" = ${false} AND p."isLive" = ${true} AND p."requiresSellingPlan" = ${false} AND p."deletedAt" IS NULL
      AND c."shopId" = v."shopId" AND c."productId" = v."productId" AND c."holds" = ${true}`;
  const productOf = new Map(rows.map((one) => [one.variantId, one.productId]));
  return lines.filter(({ productId, variantId }) => productOf.get(variantId) === productId);
}
