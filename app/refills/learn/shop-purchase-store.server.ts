import type { HotReader } from '../../db/read-steps.server';
import type { TeachingLine } from '../fold/fold-lines';
import { sizeOf, type PackSizes } from './pack-store.server';

interface Row {
  readonly buyer: string;
  readonly productId: bigint;
  readonly variantId: bigint | null;
  readonly quantity: bigint;
  readonly boughtOn: bigint;
}

const COLUMNS = `coalesce('c' || p."customerId", 'b' || p."browserId", 'p' || p."phoneHash", 'o' || p."orderId") AS "buyer",
  p."productId", p."variantId", p."quantity", p."boughtOn"`;

// Days of the future teach nothing until they are here; subscription lines never do. CROSS JOIN keeps the order of days.
const BY_DAY = `SELECT ${COLUMNS} FROM "Purchase" p CROSS JOIN "Consumable" c
  WHERE p."shopId" = ? AND p."boughtOn" <= ? AND p."isSubscription" = 0
    AND c."shopId" = p."shopId" AND c."productId" = p."productId" AND c."holds" = 1 ORDER BY p."boughtOn"`;
const ALL_BY_DAY = `SELECT ${COLUMNS} FROM "Purchase" p
  WHERE p."shopId" = ? AND p."boughtOn" <= ? AND p."isSubscription" = 0 ORDER BY p."boughtOn"`;
const OF_PRODUCT = `SELECT ${COLUMNS} FROM "Purchase" p
  WHERE p."shopId" = ? AND p."productId" = ? AND p."boughtOn" <= ? AND p."isSubscription" = 0 ORDER BY p."boughtOn"`;

/** Every line of the shop's consumables up to a day, in the order of days, one at a time. */
export function linesByDay(
  hot: HotReader,
  shopId: number,
  todayOn: number,
  sizes: PackSizes,
): Generator<TeachingLine<bigint>> {
  return lines(hot, BY_DAY, [shopId, todayOn], sizes);
}

/** The same of every product, whatever it is called today. */
export function allLinesByDay(
  hot: HotReader,
  shopId: number,
  lastOn: number,
  sizes: PackSizes,
): Generator<TeachingLine<bigint>> {
  return lines(hot, ALL_BY_DAY, [shopId, lastOn], sizes);
}

/** The same of one product, in single packs. */
export function linesOfProduct(
  hot: HotReader,
  shopId: number,
  productId: bigint,
  todayOn: number,
): Generator<TeachingLine<bigint>> {
  return lines(hot, OF_PRODUCT, [shopId, productId, todayOn], new Map());
}

function* lines(
  hot: HotReader,
  sql: string,
  about: readonly (number | bigint)[],
  sizes: PackSizes,
): Generator<TeachingLine<bigint>> {
  for (const row of hot.prepareRead(sql).iterate(...about)) yield toLine(row as Row, sizes);
}

function toLine(
  { buyer, productId, variantId, quantity, boughtOn }: Row,
  sizes: PackSizes,
): TeachingLine<bigint> {
  const packs = Number(quantity) * sizeOf(sizes, variantId);
  return { buyer, productId, packs, boughtOn: Number(boughtOn) };
}

const FIRST_DAY = `SELECT min("boughtOn") AS "day" FROM "Purchase" WHERE "shopId" = ?`;

export async function firstPurchaseOn(hot: HotReader, shopId: number): Promise<number | null> {
  const { day } = hot.prepareRead(FIRST_DAY).get(shopId) as { day: bigint | null };
  return day === null ? null : Number(day);
}

interface BuyerRow {
  readonly customerId: bigint | null;
  readonly browserId: string | null;
}

const BUYER = `SELECT "customerId", "browserId" FROM "Order" WHERE "shopId" = ? AND "orderId" = ?`;
// Not DISTINCT: SQLite would rather walk the shop's products than look at one order's lines.
const PRODUCTS = `SELECT "productId" FROM "Purchase" WHERE "shopId" = ? AND "orderId" = ?`;

/** Who placed an order; null for one that is not stored. */
export async function loadOrderBuyer(
  hot: HotReader,
  shopId: number,
  orderId: bigint,
): Promise<BuyerRow | null> {
  return (hot.prepareRead(BUYER).get(shopId, orderId) as BuyerRow | undefined) ?? null;
}

export async function loadOrderProducts(hot: HotReader, shopId: number, orderId: bigint): Promise<bigint[]> {
  const rows = hot.prepareRead(PRODUCTS).all(shopId, orderId) as { productId: bigint }[];
  return rows.map(({ productId }) => productId);
}
