import { z } from 'zod';
import type { HotDatabase } from '../ports';
import type { SubjectPurchase } from './forecast-subject';

/** Whose purchases: an account's, or those that carried a browser's own id. The two are never mixed. */
export type Subject =
  { readonly kind: 'account'; readonly value: string } | { readonly kind: 'browser'; readonly value: string };

const row = z.object({
  productId: z.bigint(),
  variantId: z.bigint().nullable(),
  quantity: z.bigint(),
  boughtOn: z.bigint(),
  isSubscription: z.bigint(),
});

// Not ordered here: SQLite would rather read the whole shop in that order than sort one shopper's rows.
const purchasesBy = (column: 'customerId' | 'browserId') => `
  SELECT p."productId", p."variantId", p."quantity", p."boughtOn", p."isSubscription"
  FROM "Purchase" p JOIN "Consumable" c ON c."shopId" = p."shopId" AND c."productId" = p."productId" AND c."holds" = 1
  WHERE p."shopId" = ? AND p."${column}" = ?`;

/** All purchases of consumables by one subject, oldest first. */
export async function loadSubjectPurchases(
  hot: HotDatabase,
  shopId: number,
  subject: Subject,
): Promise<readonly SubjectPurchase[]> {
  const rows =
    subject.kind === 'account'
      ? hot.prepareRead(purchasesBy('customerId')).all(shopId, BigInt(subject.value))
      : hot.prepareRead(purchasesBy('browserId')).all(shopId, subject.value);
  const purchases = rows.map((raw) => {
    const { productId, variantId, quantity, boughtOn, isSubscription } = row.parse(raw);
    return {
      productId,
      variantId,
      quantity: Number(quantity),
      boughtOn: Number(boughtOn),
      isSubscription: isSubscription === 1n,
    };
  });
  return purchases.sort((a, b) => a.boughtOn - b.boughtOn);
}

const subjectRow = z.object({ value: z.string() });

const NEXT_ACCOUNTS = `SELECT DISTINCT CAST("customerId" AS TEXT) AS "value", "customerId" FROM "Purchase"
  WHERE "shopId" = ? AND "customerId" > ? ORDER BY "customerId" LIMIT ?`;
const NEXT_BROWSERS = `SELECT DISTINCT "browserId" AS "value" FROM "Purchase"
  WHERE "shopId" = ? AND "browserId" > ? ORDER BY "browserId" LIMIT ?`;

/** The next subjects after `after` (empty string: the first), in a fixed order. */
export async function nextSubjects(
  hot: HotDatabase,
  shopId: number,
  kind: Subject['kind'],
  after: string,
  take: number,
): Promise<readonly Subject[]> {
  const rows =
    kind === 'account'
      ? hot.prepareRead(NEXT_ACCOUNTS).all(shopId, after === '' ? -1n : BigInt(after), take)
      : hot.prepareRead(NEXT_BROWSERS).all(shopId, after, take);
  return rows.map((raw) => ({ kind, value: subjectRow.parse(raw).value }));
}
