import { BrokenCsv, createCsvReader, type CsvRecord } from './csv';
import { COMMAS, type CsvLayout } from './csv-fields';
import { WHICH_FILE } from './encoding';
import { dateOrderOf, type DateOrder } from './dates';
import { nameOtherFile } from './name-other-file';

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
  'Cancelled at',
  'Refunded Amount',
  'Id',
] as const;

/** Older exports lack some of these, and people take some out. */
const WELCOME = [
  'Lineitem sku',
  'Fulfilled at',
  'Subtotal',
  'Lineitem discount',
  'Payment Method',
  'Source',
  'Tags',
  'Note Attributes',
  'Phone',
  'Billing Country',
  'Billing Phone',
  'Shipping Country',
] as const;

export type UploadColumn = (typeof NEEDED)[number] | (typeof WELCOME)[number];

/** What else a column has been called, by Shopify in other years or by people who tidied the file. */
const OTHER_NAMES: Readonly<Partial<Record<UploadColumn, readonly string[]>>> = {
  Name: ['ordername', 'ordernumber'],
  Email: ['emailaddress', 'customeremail'],
  'Created at': ['createddate', 'datecreated', 'orderdate'],
  'Cancelled at': ['canceledat'],
  'Fulfilled at': ['fulfilleddate', 'datefulfilled'],
  'Lineitem quantity': ['lineitemqty'],
  'Refunded Amount': ['amountrefunded', 'refundamount'],
  Id: ['orderid'],
  Tags: ['ordertags'],
  Phone: ['phonenumber', 'customerphone'],
};

/** Which column stands where, and how the file writes its lines down. */
export interface UploadHeader {
  /** How many fields every line has. */
  readonly width: number;
  readonly at: Readonly<Partial<Record<UploadColumn, number>>>;
  readonly layout: CsvLayout;
  /** How the file's beginning writes dates such as 13/02/2026; null where that does not tell. */
  readonly dateOrder: DateOrder | null;
}

export type HeaderCheck =
  | { readonly ok: true; readonly header: UploadHeader; readonly nextByte: number; readonly nextLine: number }
  | { readonly ok: false; readonly problem: string };

/** How much of a file's beginning is enough to know its columns. */
export const HEADER_BYTES = 65_536;

const LAYOUTS: readonly CsvLayout[] = [
  COMMAS,
  { separator: ';', wrapper: null },
  { separator: '\t', wrapper: null },
  { separator: '|', wrapper: null },
  { separator: ',', wrapper: ';' },
  { separator: ',', wrapper: '\t' },
];

/** Spreadsheet programs put a title, or how they separate fields, above the table. */
const LINES_ABOVE = 3;

/**
 * Whether a file begins as Shopify's order export does. Names match whatever their case and punctuation, in any order;
 * fields may be separated otherwise than by commas.
 * @param beginning its first HEADER_BYTES, in UTF-8, or all of it
 */
export function checkHeader(beginning: Uint8Array): HeaderCheck {
  let nearest: { names: readonly string[]; at: UploadHeader['at'] } | null = null;
  let broken: BrokenCsv | null = null;
  for (const layout of LAYOUTS) {
    const read = readBeginning(beginning, layout);
    if (read.records.length === 0) broken ??= read.broken;
    for (const [index, record] of read.records.slice(0, LINES_ABOVE + 1).entries()) {
      const at = columnsOf(record.fields);
      // Empty cells of a table around this one: another layout reads them.
      if (layout === COMMAS && /[;\t]$/.test(record.fields.at(-1) ?? '')) continue;
      if (missingIn(at).length === 0) return found(record, read.records.slice(index + 1), layout, beginning);
      if (!nearest || Object.keys(at).length > Object.keys(nearest.at).length)
        nearest = { names: record.fields.map(plain), at };
    }
  }
  if (nearest) return { ok: false, problem: unlike(nearest.names, nearest.at) };
  return { ok: false, problem: broken?.message ?? `The file is empty. ${WHICH_FILE}` };
}

function readBeginning(beginning: Uint8Array, layout: CsvLayout) {
  const records: CsvRecord[] = [];
  const reader = createCsvReader({ byte: 0, line: 1 }, layout);
  try {
    records.push(...reader.push(beginning));
    if (records.length === 0 || beginning.length < HEADER_BYTES) records.push(...reader.end());
    return { records, broken: null };
  } catch (error) {
    if (error instanceof BrokenCsv) return { records, broken: error };
    throw error;
  }
}

function found(
  head: CsvRecord,
  rows: readonly CsvRecord[],
  layout: CsvLayout,
  beginning: Uint8Array,
): HeaderCheck {
  if (rows.length === 0 && beginning.length < HEADER_BYTES) return { ok: false, problem: NO_ROWS };
  const at = columnsOf(head.fields);
  const day = at['Created at'] ?? 0;
  const header: UploadHeader = {
    width: widthOf(head.fields),
    at,
    layout,
    dateOrder: dateOrderOf(rows.map((row) => row.fields[day] ?? '')),
  };
  return { ok: true, header, nextByte: head.to, nextLine: head.line + 1 };
}

/** What is said of a file in which nothing stands below the names of its columns. */
export const NO_ROWS =
  'The file names its columns but holds no orders. Export the orders again, with “All orders”, and upload that file.';

/** Whether a line names columns again, as where files were put together; and whether they stand as they did. */
export function isHeaderAgain(fields: readonly string[], { at }: UploadHeader): 'same' | 'other' | 'no' {
  // Every line of an order has a number of items.
  if (/\d/.test(fields[at['Lineitem quantity'] ?? 0] ?? '')) return 'no';
  const here = columnsOf(fields);
  if (missingIn(here).length > 0) return 'no';
  return Object.entries(here).every(([column, index]) => at[column as UploadColumn] === index)
    ? 'same'
    : 'other';
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function columnsOf(fields: readonly string[]): UploadHeader['at'] {
  const names = fields.map(plain);
  const at: Partial<Record<UploadColumn, number>> = {};
  for (const column of [...NEEDED, ...WELCOME]) {
    const [index] = [plain(column), ...(OTHER_NAMES[column] ?? [])].flatMap((name) => {
      const where = names.indexOf(name);
      return where < 0 ? [] : where;
    });
    if (index !== undefined) at[column] = index;
  }
  return at;
}

function missingIn(at: UploadHeader['at']): readonly UploadColumn[] {
  return NEEDED.filter((column) => at[column] === undefined);
}

/** Columns without a name behind the last one hold nothing. */
function widthOf(fields: readonly string[]): number {
  return fields.findLastIndex((field) => field.trim() !== '') + 1;
}

function unlike(names: readonly string[], at: UploadHeader['at']): string {
  const missing = missingIn(at);
  const other = nameOtherFile(names);
  if (other !== null && missing.length > 2) return `This is ${other}. ${WHICH_FILE}`;
  const words = missing.length === 1 ? 'this column is missing' : 'these columns are missing';
  return `Line 1: ${words}: ${missing.join(', ')}. ${WHICH_FILE}`;
}
