import type { HotReader } from '../../db/read-steps.server';
import type { SubjectPurchase } from '../forecasts/forecast-subject';
import { loadPackSizes, sizeOf, type PackSizes } from './pack-store.server';

/** Whose purchases: an account's, or those that carried a browser's own id. The two are never mixed. */
export type Subject =
  { readonly kind: 'account'; readonly value: string } | { readonly kind: 'browser'; readonly value: string };

interface PurchaseRow {
  readonly productId: bigint;
  readonly variantId: bigint | null;
  readonly quantity: bigint;
  readonly boughtOn: bigint;
  readonly isSubscription: bigint;
}

// Not ordered here: SQLite would rather read the whole shop in that order than sort one shopper's rows.
const purchasesBy = (column: 'customerId' | 'browserId') => `
  SELECT p."productId", p."variantId", p."quantity", p."boughtOn", p."isSubscription"
  FROM "Purchase" p JOIN "Consumable" c ON c."shopId" = p."shopId" AND c."productId" = p."productId" AND c."holds" = 1
  WHERE p."shopId" = ? AND p."${column}" = ?`;

/**
 * All purchases of consumables by one subject, oldest first.
 * @param sizes of the shop's variants when the caller holds them; read for this subject otherwise
 */
export async function loadSubjectPurchases(
  hot: HotReader,
  shopId: number,
  subject: Subject,
  sizes?: PackSizes,
): Promise<readonly SubjectPurchase[]> {
  const rows = (
    subject.kind === 'account'
      ? hot.prepareRead(purchasesBy('customerId')).all(shopId, BigInt(subject.value))
      : hot.prepareRead(purchasesBy('browserId')).all(shopId, subject.value)
  ) as PurchaseRow[];
  const known = sizes ?? (await loadPackSizes(hot, shopId, new Set(rows.map((row) => row.productId))));
  const purchases = rows.map(({ productId, variantId, quantity, boughtOn, isSubscription }) => ({
    productId,
    variantId,
    quantity: Number(quantity),
    size: sizeOf(known, variantId),
    boughtOn: Number(boughtOn),
    isSubscription: isSubscription === 1n,
  }));
  return purchases.sort((a, b) => a.boughtOn - b.boughtOn);
}

const NEXT_ACCOUNTS = `SELECT DISTINCT CAST("customerId" AS TEXT) AS "value", "customerId" FROM "Purchase"
  WHERE "shopId" = ? AND "customerId" > ? ORDER BY "customerId" LIMIT ?`;
const NEXT_BROWSERS = `SELECT DISTINCT "browserId" AS "value" FROM "Purchase"
  WHERE "shopId" = ? AND "browserId" > ? ORDER BY "browserId" LIMIT ?`;

/** The next subjects after `after` (empty string: the first), in a fixed order. */
export async function nextSubjects(
  hot: HotReader,
  shopId: number,
  kind: Subject['kind'],
  after: string,
  take: number,
): Promise<readonly Subject[]> {
  const rows = (
    kind === 'account'
      ? hot.prepareRead(NEXT_ACCOUNTS).all(shopId, after === '' ? -1n : BigInt(after), take)
      : hot.prepareRead(NEXT_BROWSERS).all(shopId, after, take)
  ) as { value: string }[];
  return rows.map(({ value }) => ({ kind, value }));
}

const COUNT_SUBJECTS = `SELECT count(DISTINCT "customerId") AS "accounts", count(DISTINCT "browserId") AS "browsers"
  FROM "Purchase" WHERE "shopId" = ?`;

export async function countSubjects(hot: HotReader, shopId: number): Promise<number> {
  const row = hot.prepareRead(COUNT_SUBJECTS).get(shopId) as { accounts: bigint; browsers: bigint };
  return Number(row.accounts + row.browsers);
}

const COUNT_PURCHASES = `SELECT count(*) AS "n" FROM (SELECT 1 FROM "Purchase" WHERE "shopId" = ? LIMIT ?)`;

/** Purchases of a shop, counted no further than `most`. */
export async function countPurchases(hot: HotReader, shopId: number, most: number): Promise<number> {
  return Number((hot.prepareRead(COUNT_PURCHASES).get(shopId, most) as { n: bigint }).n);
}
