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
  const exposure = await db.exposure.findUnique({
    where: { shopId_tactic_businessKey: { shopId, tactic: 'reminder', businessKey: checkoutToken } },
    select: { arm: true, detail: true, keyId: true },
  });
  if (exposure) {
    const key = await db.shopperKey.findFirst({ where: { shopId, id: exposure.keyId, kind: 'account' } });
    return toMade(exposure.arm, exposure.detail, key?.value ?? null);
  }
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
  const productIds = lines.map((line) => line.productId);
  const [consumables, products, variants] = await Promise.all([
    db.consumable.findMany({ where: { shopId, productId: { in: productIds }, holds: true } }),
    db.product.findMany({
      where: {
        shopId,
        productId: { in: productIds },
        isSensitive: false,
        isGiftCard: false,
        isLive: true,
        requiresSellingPlan: false,
        deletedAt: null,
      },
    }),
    db.variant.findMany({ where: { shopId, variantId: { in: lines.map((line) => line.variantId) } } }),
  ]);
  const consumed = new Set(consumables.map((one) => one.productId));
  const shown = new Set(products.map((one) => one.productId));
  const productOf = new Map(variants.map((one) => [one.variantId, one.productId]));
  return lines.filter(
    ({ productId, variantId }) =>
      consumed.has(productId) && shown.has(productId) && productOf.get(variantId) === productId,
  );
}
