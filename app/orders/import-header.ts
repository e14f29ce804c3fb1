import { BrokenCsv, createCsvReader } from './import-csv';

/** Columns of Shopify's order export without which an order cannot be understood. */
const NEEDED = [
  'Name',
  'Email',
  'Financial Status',
  'Currency',
  'Total',
  'Created at',
  'Lineitem quantity',
  'Lineitem name',
  'Lineitem price',
  'Lineitem sku',
  'Cancelled at',
  'Refunded Amount',
  'Id',
] as const;

/** Older exports lack some of these. */
const WELCOME = [
  'Subtotal',
  'Lineitem discount',
  'Payment Method',
  'Source',
  'Tags',
  'Note Attributes',
] as const;

export type ImportColumn = (typeof NEEDED)[number] | (typeof WELCOME)[number];

/** Which column stands where. */
export interface ImportHeader {
  /** How many fields every line has. */
  readonly width: number;
  readonly at: Readonly<Partial<Record<ImportColumn, number>>>;
}

export type HeaderCheck =
  | { readonly ok: true; readonly header: ImportHeader; readonly nextByte: number; readonly nextLine: number }
  | { readonly ok: false; readonly problem: string };

/** How much of a file's beginning is enough to know its columns. */
export const HEADER_BYTES = 65_536;

const NOT_AN_EXPORT = 'Upload the file as Shopify’s order export made it.';

/**
 * Whether a file begins as Shopify's order export does. Names match whatever their case, in any order.
 * @param beginning its first HEADER_BYTES, in UTF-8, or all of it
 */
export function checkHeader(beginning: Uint8Array): HeaderCheck {
  const reader = createCsvReader({ byte: 0, line: 1 });
  try {
    const first = reader.push(beginning)[0] ?? reader.end()[0];
    if (!first) return { ok: false, problem: `The file is empty. ${NOT_AN_EXPORT}` };
    return readHeader(first.fields, first.to, first.line + 1);
  } catch (error) {
    if (error instanceof BrokenCsv) return { ok: false, problem: error.message };
    throw error;
  }
}

function readHeader(fields: readonly string[], nextByte: number, nextLine: number): HeaderCheck {
  const names = fields.map((field) => field.trim().toLowerCase());
  const at: Partial<Record<ImportColumn, number>> = {};
  for (const column of [...NEEDED, ...WELCOME]) {
    const index = names.indexOf(column.toLowerCase());
    if (index >= 0) at[column] = index;
  }
  const missing = NEEDED.filter((column) => at[column] === undefined);
  if (missing.length === 0) return { ok: true, header: { width: fields.length, at }, nextByte, nextLine };
  if (missing.length === NEEDED.length && /[;\t]/.test(fields.join(',')))
    return {
      ok: false,
      problem: `Line 1: the columns are not separated by commas; a spreadsheet program may have saved it so. ${NOT_AN_EXPORT}`,
    };
  const words = missing.length === 1 ? 'this column is missing' : 'these columns are missing';
  return { ok: false, problem: `Line 1: ${words}: ${missing.join(', ')}. ${NOT_AN_EXPORT}` };
}
