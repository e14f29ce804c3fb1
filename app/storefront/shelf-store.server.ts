import { bigId, day, flag, instant, int, oneOf, orNull, real, statement, text } from '../db/statement';
import type { Sql } from '../ports';
import { usualWeeks } from '../refills/forecasts/usual-weeks';
import { TACTIC_STATES } from '../tactics/tactic';
import type { ShelfCandidate } from './shelf-decision';

/** A shop as the shelf needs it. */
export interface ShelfShop {
  readonly id: number;
  readonly timeZone: string;
  readonly isOn: boolean;
  /** Path of the app proxy, as the last request that was noted named it. */
  readonly proxyPath: string;
  readonly proxyHeardAt: Date | null;
}

const SHOP = statement(
  `SELECT s."id", s."timeZone", s."proxyPath", s."proxyHeardAt", t."state" FROM "Shop" s
  LEFT JOIN "Tactic" t ON t."shopId" = s."id" AND t."name" = 'shelf'
  WHERE s."domain" = :domain AND s."uninstalledAt" IS NULL`,
  {
    ...{ id: int, timeZone: text, proxyPath: text, proxyHeardAt: orNull(instant) },
    state: orNull(oneOf(TACTIC_STATES)),
  },
  { isKept: true },
);

/** Null when the shop is not installed. */
export async function findShelfShop(db: Sql, domain: string): Promise<ShelfShop | null> {
  const row = await db.first(SHOP, { domain });
  if (!row) return null;
  const { state, ...shop } = row;
  return { ...shop, isOn: state === 'on' };
}

const ACCOUNTS = statement(
  `SELECT k."id" FROM "ShopperLink" l JOIN "ShopperKey" k ON k."id" = l."aKeyId" AND k."shopId" = l."shopId"
  WHERE l."shopId" = :shopId AND l."bKeyId" = :keyId AND k."kind" = 'account'
  UNION SELECT k."id" FROM "ShopperLink" l JOIN "ShopperKey" k ON k."id" = l."bKeyId" AND k."shopId" = l."shopId"
  WHERE l."shopId" = :shopId AND l."aKeyId" = :keyId AND k."kind" = 'account'`,
  { id: int },
);

/** Keys of every account that ever ordered or signed in with a browser. */
export async function accountsOfBrowser(db: Sql, shopId: number, keyId: number): Promise<readonly number[]> {
  const rows = await db.all(ACCOUNTS, { shopId, keyId });
  return rows.map((row) => row.id);
}

// The variant bought last; when it is gone, another one of the product that is for sale (looked up by product: the plus
// keeps SQLite from walking all variants in the order of their ids).
const CANDIDATES = statement(
  `SELECT f."productId", f."rank", f."purchases", f."lastOn", f."windowFromOn", f."bestOn", f."windowToOn", f."expiresOn",
    p."handle", p."isLive", p."deletedAt", p."isSensitive", c."holds",
    r."repeatBuyers", r."logMean",
    coalesce(v."variantId", (SELECT min(+o."variantId") FROM "Variant" o WHERE o."shopId" = f."shopId"
      AND o."productId" = f."productId" AND o."isAvailable" = TRUE)) AS "variantId",
    coalesce(v."isAvailable", TRUE) AND p."isAvailable" AS "isAvailable"
  FROM "Forecast" f
  LEFT JOIN "Product" p ON p."shopId" = f."shopId" AND p."productId" = f."productId"
  LEFT JOIN "Variant" v ON v."shopId" = f."shopId" AND v."variantId" = f."variantId"
  LEFT JOIN "Consumable" c ON c."shopId" = f."shopId" AND c."productId" = f."productId"
  LEFT JOIN "ProductRhythm" r ON r."shopId" = f."shopId" AND r."productId" = f."productId"
  WHERE f."shopId" = :shopId AND f."keyId" = :keyId`,
  {
    ...{ productId: bigId, variantId: orNull(bigId), handle: orNull(text), rank: real, purchases: int },
    ...{ lastOn: day, windowFromOn: day, bestOn: day, windowToOn: day, expiresOn: day },
    ...{ isLive: orNull(flag), isAvailable: orNull(flag), isSensitive: orNull(flag), holds: orNull(flag) },
    ...{ deletedAt: orNull(instant), repeatBuyers: orNull(int), logMean: orNull(real) },
  },
);

/** Everything that is forecast for one key. A product that the catalogue has lost is not live. */
export async function findCandidates(
  db: Sql,
  shopId: number,
  keyId: number,
): Promise<readonly ShelfCandidate[]> {
  const rows = await db.all(CANDIDATES, { shopId, keyId });
  // Field by field: taking the rest of a row and spreading it is dearer than reading it.
  return rows.map((row) => ({
    keyId,
    productId: row.productId,
    variantId: row.variantId,
    handle: row.handle ?? '',
    rank: row.rank,
    purchases: row.purchases,
    lastOn: row.lastOn,
    windowFromOn: row.windowFromOn,
    bestOn: row.bestOn,
    windowToOn: row.windowToOn,
    expiresOn: row.expiresOn,
    deletedAt: row.deletedAt,
    isConsumable: row.holds === true,
    isLive: row.isLive === true,
    isAvailable: row.isAvailable === true,
    isSensitive: row.isSensitive === true,
    usualWeeks: usualWeeks(row.repeatBuyers ?? 0, row.logMean ?? 0),
  }));
}
