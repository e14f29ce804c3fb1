import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { mintId, noIdsYet } from '../mint-ids';
import { recordPastParcels } from '../parcels';
import type { LineDraft } from '../record-order';
import { recordOrder } from '../record-order';
import type { Customer, Product, ShopProfile } from '../types';
import type { Origin } from '../world-snapshot';
import type { ShopIndex, ShopRecords } from '../world-state';
import { indexRecords } from '../world-state';
import { buildFileCustomers } from './build-file-customers';
import { buildFileProducts } from './build-file-products';
import { isFeeCode } from './fee-codes';
import { fitRefunds, purchaseKey } from './fit-refunds';
import type { PurchaseBook } from './fit-refunds';
import type { LoadReport } from './load-report';
import { readOrdersFile } from './read-orders-file';
import type { SaleRow } from './read-row';

const MINUTE_MS = 60_000;

/** Tells one orders file from another. @throws Error when it is missing */
export async function originOfOrdersFile(file: string): Promise<Origin> {
  const { size } = await stat(file).catch(() => {
    throw new Error(`There is no orders file ${file}.`);
  });
  return { kind: 'orders', name: basename(file), bytes: size };
}

/**
 * Makes a shop from a file of real orders, by the rules in `demo-store/README.md`.
 * @returns the records, the end of the file (epoch ms: a minute after its last row), and what became of its rows
 */
export async function loadOrdersFile(
  file: string,
  onProgress: (done: number, total: number, what: string) => void,
): Promise<{ records: ShopRecords; endAt: number; report: LoadReport }> {
  const read = await readOrdersFile(file, (done, total) =>
    onProgress(done, total, 'bytes of the orders file'),
  );
  const ids = noIdsYet();
  const shop = describeShop(mintId(ids, 'shop'));
  const products = buildFileProducts(ids, read.sales);
  const customers = buildFileCustomers(ids, read.sales);
  const records = {
    shop,
    products: [...products.values()],
    customers: [...customers.values()],
    orders: [],
    discounts: [],
    ids,
  };
  const index = indexRecords(records);
  const invoices = groupByInvoice(read.sales);
  const book: PurchaseBook = new Map();
  const skippedRows = { ...read.skipped };
  let lines = 0;
  for (const [place, rows] of invoices.entries()) {
    if (place % 1000 === 0) onProgress(place, invoices.length, 'invoices');
    if (rows.every((row) => isFeeCode(row.code))) {
      skippedRows['fees-only'] += rows.length;
      continue;
    }
    lines += rows.length;
    recordInvoice(index, rows, products, customers, book);
  }
  onProgress(invoices.length, invoices.length, 'invoices');
  for (const order of records.orders) recordPastParcels(index, order, read.endAt);
  const { refunds, refundedLines, dropped } = fitRefunds(index, read.cancellations, book);
  const report: LoadReport = {
    rows: read.rows,
    orders: index.records.orders.length,
    lines,
    products: products.size,
    customers: customers.size,
    ordersWithoutCustomer: index.records.orders.filter((order) => order.customerId === null).length,
    refunds,
    refundedLines,
    droppedCancellations: Object.values(dropped).reduce((sum, count) => sum + count, 0),
    droppedByReason: dropped,
    skippedRows,
  };
  return { records, endAt: read.endAt + MINUTE_MS, report };
}

function describeShop(id: string): ShopProfile {
  return {
    id,
    domain: 'larder-orders.myshopify.com',
    name: 'Shop from an Orders File',
    email: 'hello@orders-file.example.test',
    currency: 'GBP',
    moneyFormat: '£{{amount}}',
    timeZone: 'Europe/London',
    locale: 'en',
  };
}

/** Invoices by the time of their first row. */
function groupByInvoice(sales: readonly SaleRow[]): SaleRow[][] {
  const groups = new Map<string, SaleRow[]>();
  for (const row of sales) {
    const group = groups.get(row.invoice);
    if (group) group.push(row);
    else groups.set(row.invoice, [row]);
  }
  return [...groups.values()];
}

function recordInvoice(
  index: ShopIndex,
  rows: readonly SaleRow[],
  products: ReadonlyMap<string, Product>,
  customers: ReadonlyMap<string, Customer>,
  book: PurchaseBook,
): void {
  const { invoice, at } = rows[0] ?? { invoice: '', at: 0 };
  const number = rows.find((row) => row.customer !== null)?.customer ?? null;
  const customer = number === null ? null : (customers.get(number) ?? null);
  const order = recordOrder(index, {
    name: `#${invoice}`,
    customerId: customer?.id ?? null,
    email: customer?.email ?? null,
    checkoutToken: createHash('md5').update(`checkout of ${invoice}`).digest('hex'),
    cartToken: null,
    createdAt: at,
    sourceName: 'web',
    test: false,
    customAttributes: [],
    lines: rows.map((row) => draftLine(row, products)),
  });
  if (number === null) return;
  for (const [place, row] of rows.entries()) {
    const line = order.lines[place];
    if (!line) continue;
    const key = purchaseKey(number, row.code);
    const purchases = book.get(key);
    if (purchases) purchases.push({ order, line });
    else book.set(key, [{ order, line }]);
  }
}

/** Postage and fees are lines without product, as Shopify shows custom lines. */
function draftLine(row: SaleRow, products: ReadonlyMap<string, Product>): LineDraft {
  const product = products.get(row.code);
  const variant = product?.variants[0];
  return {
    item: product && variant ? { product, variant } : null,
    title: row.title || product?.title || row.code,
    sku: row.code,
    quantity: row.quantity,
    unitPriceMinor: row.priceMinor,
    sellingPlan: null,
  };
}
