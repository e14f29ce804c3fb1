import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { createGzip } from 'node:zlib';
import { linesOf, parseDay, splitCsv } from './read-purchases';
import type { PurchaseRow } from './history';

/**
 * UCI Online Retail as purchases, day 0 = 2010-12-01: customer known, no cancellation, quantity and price above 0, stock
 * code of five digits and up to two letters, compared in capitals.
 */
export async function readUci(path: string): Promise<PurchaseRow[]> {
  const rows: PurchaseRow[] = [];
  let line = 0;
  let firstDay: number | null = null;
  for await (const text of linesOf(path)) {
    line += 1;
    if (line === 1 || text === '') continue;
    const [invoice, date, code, , quantity, price, customer] = splitCsv(text, line);
    const day = parseDay((date ?? '').slice(0, 10));
    const product = (code ?? '').toUpperCase();
    if (day === null || !/^\d{5}[A-Z]{0,2}$/.test(product) || !customer) continue;
    firstDay ??= day;
    if ((invoice ?? '').startsWith('C') || Number(quantity) <= 0 || Number(price) <= 0) continue;
    rows.push({ shopper: customer, product, day: day - firstDay, quantity: Number(quantity), category: '' });
  }
  return rows;
}

/** Writes the bench's own format; gzip when the name ends so. */
export async function writePurchases(rows: Iterable<PurchaseRow>, path: string): Promise<void> {
  const file = createWriteStream(path);
  const out = path.endsWith('.gz') ? createGzip() : file;
  if (out !== file) (out as ReturnType<typeof createGzip>).pipe(file);
  out.write('shopper_id,product_id,day,quantity,category\n');
  for (const { shopper, product, day, quantity, category } of rows)
    if (!out.write(`${shopper},${product},${day},${quantity},${category}\n`)) await once(out, 'drain');
  out.end();
  await once(file, 'finish');
}
