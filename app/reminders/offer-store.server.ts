import { z } from 'zod';
import { NAMED_IN_PUBLIC } from '../catalogue/shown-product-store.server';
import { bigId, json, orNull, statement, text } from '../db/statement';
import type { Arm } from '../holdout/exposure';
import { readAbout } from '../holdout/exposure-about';
import type { Sql } from '../ports';
import type { Offer, OrderLine } from './choose-offers';
import { ARM, findWaitingOffers } from './waiting-offer-store.server';

const EXPOSED = statement(
  `SELECT e."arm", e."detail", k."value" AS "account" FROM "Exposure" e
   LEFT JOIN "ShopperKey" k ON k."shopId" = e."shopId" AND k."id" = e."keyId" AND k."kind" = 'account'
   WHERE e."shopId" = :shopId AND e."tactic" = 'reminder' AND e."businessKey" = :checkoutToken`,
  { arm: ARM, detail: json(z.unknown()), account: orNull(text) },
);

const OFFERABLE = statement(
  `SELECT v."variantId", v."productId" FROM "Variant" v CROSS JOIN "Product" p CROSS JOIN "Consumable" c
   WHERE v."shopId" = :shopId AND v."variantId" IN (SELECT "value" FROM numbers(:variantIds))
     AND p."shopId" = v."shopId" AND p."productId" = v."productId" AND ${NAMED_IN_PUBLIC}
     AND p."isGiftCard" = FALSE AND p."requiresSellingPlan" = FALSE
     AND c."shopId" = v."shopId" AND c."productId" = v."productId" AND c."holds" = TRUE`,
  { variantId: bigId, productId: bigId },
);

/** What an exposure keeps of an offer: what results judge it by, and what an answer to it is checked against. */
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
export async function findOffer(db: Sql, shopId: number, checkoutToken: string): Promise<MadeOffer | null> {
  const exposure = await db.first(EXPOSED, { shopId, checkoutToken });
  if (exposure) return toMade(exposure.arm, exposure.detail, exposure.account);
  const [waiting] = await findWaitingOffers(db, shopId, [checkoutToken]);
  return waiting ? toMade(waiting.workedOut.arm, waiting.detail, null) : null;
}

function toMade(arm: Arm, stored: unknown, customerId: string | null): MadeOffer | null {
  const { offers } = readAbout(stored);
  return offers.length > 0 ? { arm, offers, customerId } : null;
}

/**
 * Of these lines, those of live consumables that may be named in public, with the variant that belongs to the product. What
 * is sold by subscription only comes by itself: nobody needs a reminder of it.
 */
export async function offerableLines(
  db: Sql,
  shopId: number,
  lines: readonly OrderLine[],
): Promise<readonly OrderLine[]> {
  if (lines.length === 0) return [];
  const rows = await db.all(OFFERABLE, { shopId, variantIds: lines.map((line) => line.variantId) });
  const productOf = new Map(rows.map((row) => [row.variantId, row.productId]));
  return lines.filter(({ productId, variantId }) => productOf.get(variantId) === productId);
}
