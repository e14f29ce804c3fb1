import { bigId, day, flag, int, orNull, statement, text } from '../../db/statement';
import type { Sql } from '../../ports';
import type { BuyerPurchase } from '../forecasts/forecast-buyer';
import { loadPackSizes, sizeOf, type PackSizes } from './pack-store.server';

/** Whose purchases: an account's, or those that carried a browser's own id. The two are never mixed. */
export type Buyer =
  { readonly kind: 'account'; readonly value: string } | { readonly kind: 'browser'; readonly value: string };

// Not ordered here: SQLite would rather read the whole shop in that order than sort one shopper's rows.
const PURCHASES = `
  SELECT p."productId", p."variantId", p."quantity", p."boughtOn", p."isSubscription"
  FROM "Purchase" p JOIN "Consumable" c ON c."shopId" = p."shopId" AND c."productId" = p."productId" AND c."holds" = TRUE
  WHERE p."shopId" = :shopId`;
const PURCHASE = {
  productId: bigId,
  variantId: orNull(bigId),
  quantity: int,
  boughtOn: day,
  isSubscription: flag,
};
const BY_CUSTOMER = statement(`${PURCHASES} AND p."customerId" = :customerId`, PURCHASE);
const BY_BROWSER = statement(`${PURCHASES} AND p."browserId" = :browserId`, PURCHASE);

/**
 * All purchases of consumables by one buyer, oldest first.
 * @param sizes of the shop's variants when the caller holds them; read for this buyer otherwise
 */
export async function loadBuyerPurchases(
  sql: Sql,
  shopId: number,
  buyer: Buyer,
  sizes?: PackSizes,
): Promise<readonly BuyerPurchase[]> {
  const rows =
    buyer.kind === 'account'
      ? await sql.all(BY_CUSTOMER, { shopId, customerId: BigInt(buyer.value) })
      : await sql.all(BY_BROWSER, { shopId, browserId: buyer.value });
  const known = sizes ?? (await loadPackSizes(sql, shopId, new Set(rows.map((row) => row.productId))));
  const purchases = rows.map((row) => ({ ...row, size: sizeOf(known, row.variantId) }));
  return purchases.sort((a, b) => a.boughtOn - b.boughtOn);
}

const NEXT_ACCOUNTS = statement(
  `SELECT DISTINCT "customerId" FROM "Purchase"
  WHERE "shopId" = :shopId AND "customerId" > :after ORDER BY "customerId" LIMIT :take`,
  { customerId: bigId },
);
const NEXT_BROWSERS = statement(
  `SELECT DISTINCT "browserId" FROM "Purchase"
  WHERE "shopId" = :shopId AND "browserId" > :after ORDER BY "browserId" LIMIT :take`,
  { browserId: text },
);

/** The next buyers after `after` (empty string: the first), in a fixed order. */
export async function nextBuyers(
  sql: Sql,
  shopId: number,
  kind: Buyer['kind'],
  after: string,
  take: number,
): Promise<readonly Buyer[]> {
  if (kind === 'browser') {
    const browsers = await sql.all(NEXT_BROWSERS, { shopId, after, take });
    return browsers.map(({ browserId }) => ({ kind, value: browserId }));
  }
  const accounts = await sql.all(NEXT_ACCOUNTS, { shopId, after: after === '' ? -1n : BigInt(after), take });
  return accounts.map(({ customerId }) => ({ kind, value: customerId.toString() }));
}

const COUNT_BUYERS = statement(
  `SELECT count(DISTINCT "customerId") AS "accounts", count(DISTINCT "browserId") AS "browsers"
  FROM "Purchase" WHERE "shopId" = :shopId`,
  { accounts: int, browsers: int },
);

/** Accounts and browsers that bought anything. */
export async function countBuyers(sql: Sql, shopId: number): Promise<number> {
  const counted = await sql.first(COUNT_BUYERS, { shopId });
  return counted ? counted.accounts + counted.browsers : 0;
}

const COUNT_PURCHASES = statement(
  `SELECT count(*) AS "n" FROM (SELECT 1 FROM "Purchase" WHERE "shopId" = :shopId LIMIT :most) AS few`,
  { n: int },
);

/** Purchases of a shop, counted no further than `most`. */
export async function countPurchases(sql: Sql, shopId: number, most: number): Promise<number> {
  return (await sql.first(COUNT_PURCHASES, { shopId, most }))?.n ?? 0;
}
