import { currencyExponent } from '../../currency-exponent';
import { bigId, flag, orNull, statement, text } from '../../db/statement';
import type { Reader } from '../../ports';
import type { Shop } from '../../shops/shop';
import type { LetterItem, MailItem } from '../kinds';
import { productAddress } from './reorder-address';
import { ONLY_VARIANT } from './letter-store.server';

const FIND_SAMPLES = statement(
  `SELECT p."productId", p."handle", p."title", p."imageUrl", p."isSensitive", p."requiresSellingPlan",
     v."variantId", v."title" AS "variantTitle", v."priceMinor"
   FROM "Product" p
   JOIN "Variant" v ON v."shopId" = p."shopId" AND v."productId" = p."productId"
   LEFT JOIN "ProductRhythm" r ON r."shopId" = p."shopId" AND r."productId" = p."productId"
   WHERE p."shopId" = :shopId AND p."isLive" = TRUE AND p."isAvailable" = TRUE AND p."deletedAt" IS NULL
     AND p."isSensitive" = FALSE AND p."isGiftCard" = FALSE
     AND v."variantId" = (
       SELECT MIN(w."variantId") FROM "Variant" w
       WHERE w."shopId" = p."shopId" AND w."productId" = p."productId" AND w."isAvailable" = TRUE)
   ORDER BY COALESCE(r."repeatBuyers", 0) DESC, p."productId" LIMIT :most`,
  {
    ...{ productId: bigId, handle: text, title: text, imageUrl: orNull(text), isSensitive: flag },
    ...{ requiresSellingPlan: flag, variantId: bigId, variantTitle: text, priceMinor: bigId },
  },
);

const FIND_ITEM = statement(
  `SELECT p."productId", p."handle", p."title", p."imageUrl", p."isSensitive", p."requiresSellingPlan",
     v."variantId", v."title" AS "variantTitle", v."priceMinor"
   FROM "Product" p
   JOIN "Variant" v ON v."shopId" = p."shopId" AND v."productId" = p."productId"
   WHERE p."shopId" = :shopId AND v."variantId" = :variantId`,
  {
    ...{ productId: bigId, handle: text, title: text, imageUrl: orNull(text), isSensitive: flag },
    ...{ requiresSellingPlan: flag, variantId: bigId, variantTitle: text, priceMinor: bigId },
  },
);

interface Row {
  readonly productId: bigint;
  readonly handle: string;
  readonly title: string;
  readonly imageUrl: string | null;
  readonly isSensitive: boolean;
  readonly requiresSellingPlan: boolean;
  readonly variantId: bigint;
  readonly variantTitle: string;
  readonly priceMinor: bigint;
}

/** Products of the shop to show a letter with, those that are bought again most often first, at the mirror's price. */
export async function sampleItems(db: Reader, shop: Shop, most: number): Promise<readonly LetterItem[]> {
  const rows = await db.all(FIND_SAMPLES, { shopId: shop.id, most });
  return rows.map((row) => toItem(shop, row, 1));
}

/** An item of a planned letter, at the mirror's price; null when the catalogue does not know it. */
export async function sampleOf(db: Reader, shop: Shop, item: MailItem): Promise<LetterItem | null> {
  const row = await db.first(FIND_ITEM, { shopId: shop.id, variantId: item.variantId });
  return row && toItem(shop, row, item.quantity);
}

function toItem(shop: Shop, row: Row, quantity: number): LetterItem {
  const { productId, variantId, imageUrl, isSensitive, requiresSellingPlan } = row;
  const exponent = currencyExponent(shop.currency);
  return {
    ...{ productId, variantId, imageUrl, isSensitive, requiresSellingPlan, quantity },
    productTitle: row.title,
    variantTitle: row.variantTitle === ONLY_VARIANT ? null : row.variantTitle,
    price: (Number(row.priceMinor) / 10 ** exponent).toFixed(exponent),
    page: productAddress(shop.domain, { handle: row.handle, variantId }),
  };
}
