import { readLondonTime } from './london-time';
import type { SkipReason } from './load-report';

/** One row of the file, understood. */
export interface SaleRow {
  readonly kind: 'sale' | 'cancellation';
  readonly invoice: string;
  readonly at: number; // epoch ms
  readonly code: string;
  readonly title: string; // empty when the file has none
  readonly quantity: number; // always positive
  readonly priceMinor: number; // pence
  readonly customer: string | null;
}

const COLUMNS = [
  'invoice',
  'date',
  'stock_code',
  'description',
  'quantity',
  'unit_price',
  'customer_id',
  'country',
] as const;
type Column = (typeof COLUMNS)[number];

/** Where each column stands, and how many fields a whole row has. */
export type Header = Readonly<Record<Column | 'width', number>>;

/** Finds the columns by their names. @throws Error that names the missing one */
export function readHeader(header: readonly string[]): Header {
  const names = header.map((name) =>
    name
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  );
  const places = COLUMNS.map((column) => [column, names.indexOf(column)] as const);
  const missing = places.find(([, place]) => place < 0);
  if (missing)
    throw new Error(`The orders file has no column "${missing[0]}"; it needs ${COLUMNS.join(', ')}.`);
  return { ...(Object.fromEntries(places) as Record<Column, number>), width: header.length };
}

/**
 * Understands one row, or says why it stands for no sale and no cancellation.
 * @param share gives the one copy to keep of a text that many rows have
 */
export function readRow(
  fields: readonly string[],
  places: Header,
  share: (text: string) => string,
): SaleRow | Exclude<SkipReason, 'fees-only'> {
  const field = (column: Column) => (fields[places[column]] ?? '').trim();
  const invoice = field('invoice').toUpperCase();
  const code = field('stock_code').toUpperCase();
  const at = readLondonTime(field('date'));
  const quantity = readNumber(field('quantity'));
  const price = readNumber(field('unit_price'));
  const customer = field('customer_id').replace(/\.0$/, '') || null;
  if (!invoice || !code || at === null || price === null || quantity === null) return 'malformed';
  if (!Number.isInteger(quantity) || fields.length !== places.width) return 'malformed';
  const cancels = invoice.startsWith('C');
  if (price < 0 || (!cancels && !/^\d/.test(invoice))) return 'bookkeeping';
  if (cancels ? quantity >= 0 : quantity <= 0) return 'stock-correction';
  if (price === 0 && customer === null) return 'stock-correction';
  return {
    kind: cancels ? 'cancellation' : 'sale',
    invoice,
    at,
    code,
    title: field('description').replace(/\s+/g, ' '),
    quantity: Math.abs(quantity),
    priceMinor: Math.round(price * 100),
    customer: customer === null ? null : share(customer),
  };
}

function readNumber(text: string): number | null {
  const value = text === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}
