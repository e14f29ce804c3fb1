import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { PurchaseRow } from './history';

/** Lines of a text file, gzip when its name ends so. */
export function linesOf(path: string): AsyncIterable<string> {
  const raw = createReadStream(path);
  return createInterface({
    input: path.endsWith('.gz') ? raw.pipe(createGunzip()) : raw,
    crlfDelay: Infinity,
  });
}

/** Reads `shopper_id,product_id,day,quantity,category` (the last two optional; columns found by name). */
export async function readPurchases(path: string): Promise<PurchaseRow[]> {
  const rows: PurchaseRow[] = [];
  let columns: Map<string, number> | null = null;
  let line = 0;
  for await (const text of linesOf(path)) {
    line += 1;
    if (text === '') continue;
    const cells = splitCsv(text, line);
    if (!columns) {
      columns = new Map(cells.map((name, i) => [name.replace(/^\uFEFF/, '').trim(), i]));
      for (const name of ['shopper_id', 'product_id', 'day'])
        if (!columns.has(name)) throw new Error(`Line 1: the column "${name}" is missing.`);
      continue;
    }
    const header = columns;
    const cell = (name: string) => cells[header.get(name) ?? -1] ?? '';
    const day = parseDay(cell('day'));
    if (day === null) throw new Error(`Line ${line}, column "day": "${cell('day')}" is no day.`);
    const quantity = cell('quantity') === '' ? 1 : Number(cell('quantity'));
    if (!Number.isFinite(quantity))
      throw new Error(`Line ${line}, column "quantity": "${cell('quantity')}" is no number.`);
    if (quantity <= 0) continue;
    rows.push({
      shopper: cell('shopper_id'),
      product: cell('product_id'),
      day,
      quantity,
      category: cell('category'),
    });
  }
  return rows;
}

/** An integer, or an ISO date as days since 1970-01-01; null for anything else. */
export function parseDay(text: string): number | null {
  if (/^-?\d+$/.test(text)) return Number(text);
  const date = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/.exec(text);
  if (!date) return null;
  const at = Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3]));
  return Number.isNaN(at) ? null : at / 86_400_000;
}

/** One CSV line with optional double quotes. @throws on a quote that never closes */
export function splitCsv(text: string, line: number): string[] {
  if (!text.includes('"')) return text.split(',');
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i]!;
    if (quoted && c === '"' && text[i + 1] === '"') {
      cell += c;
      i += 1;
    } else if (c === '"') quoted = !quoted;
    else if (c === ',' && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += c;
  }
  if (quoted) throw new Error(`Line ${line}, column ${cells.length + 1}: a quote never closes.`);
  cells.push(cell);
  return cells;
}
