import { BrokenCsv, type CsvRecord } from './csv';
import { fieldOf } from './field';
import { isHeaderAgain, type UploadHeader } from './header';
import { MAX_ORDER_LINES } from './limits';
import { readOrderId } from './numbers';

/** A line that could not be taken, and why. */
export interface RejectedLine {
  readonly line: number;
  readonly orderName: string;
  /** The column it is about; empty when it is about the whole line. */
  readonly field: string;
  readonly reason: string;
}

/** The lines of one order. What is said of the order as a whole is read from the first. */
export interface OrderLines {
  readonly name: string;
  readonly records: readonly CsvRecord[];
}

/** Of 500 lines, each with long notes. The lines of an order are held together. */
const MAX_ORDER_BYTES = 16 * 1024 ** 2;

export interface Grouping {
  /** @throws BrokenCsv when an order does not end, or another file begins. */
  add(record: CsvRecord): void;
  /** The end of the file: the open order is whole. */
  close(): void;
  readonly whole: readonly OrderLines[];
  readonly rejected: readonly RejectedLine[];
  /** Where the order begins that is not whole yet; null when none is open. */
  readonly openFrom: { readonly byte: number; readonly line: number } | null;
}

/**
 * Puts the lines of an export together into orders. Of an order with several lines only the first has an id, as Shopify
 * writes it, or each has the same one, as people fill it in (a line that they missed belongs to its order as well). Where
 * files were put together, column names stand between.
 */
export function createGrouping(header: UploadHeader): Grouping {
  const whole: OrderLines[] = [];
  const rejected: RejectedLine[] = [];
  let open: OpenOrder | null = null;
  /** Lines among the open order's that belong to nothing. */
  let strays = 0;
  const close = () => {
    if (open && !open.isHeadless) whole.push({ name: open.name, records: open.records });
    open = null;
  };
  return {
    whole,
    rejected,
    close,
    add(record) {
      const again = isHeaderAgain(record.fields, header);
      if (again === 'same') return;
      if (again === 'other') {
        close();
        throw anotherFile(record);
      }
      if (!fits(record, header)) {
        const reason = `Has ${record.fields.length} fields where the first line of the file has ${header.width}: a separator is missing or too many. Upload the file as Shopify sent it.`;
        rejected.push({ line: record.line, orderName: '', field: '', reason });
        strays += 1;
        if (open && strays > MAX_ORDER_LINES) throw tooMany(record);
        return;
      }
      const name = fieldOf(record, header, 'Name');
      const id = fieldOf(record, header, 'Id');
      const isFirst = fieldOf(record, header, 'Created at') !== '';
      if (!open || !goesOn(open, { name, id, isFirst })) {
        close();
        open = { name, id, isFilledIn: true, isHeadless: id === '', bytes: 0, records: [] };
        strays = 0;
      }
      if (open.isHeadless) {
        const reason =
          'Has no id, and the line with which its order begins does not stand right before it. Upload the file as Shopify sent it, unsorted.';
        rejected.push({ line: record.line, orderName: '', field: 'Id', reason });
        return;
      }
      open.bytes += record.to - record.from;
      if (open.records.length >= MAX_ORDER_LINES || open.bytes > MAX_ORDER_BYTES) throw tooMany(record);
      if (id === '' && !isFirst) open.isFilledIn = false;
      open.records.push(record);
    },
    get openFrom() {
      const first = open?.records[0];
      return first ? { byte: first.from, line: first.line } : null;
    },
  };
}

interface OpenOrder {
  readonly name: string;
  readonly id: string;
  /** Every line so far said of the order what its first line says. */
  isFilledIn: boolean;
  readonly isHeadless: boolean;
  bytes: number;
  readonly records: CsvRecord[];
}

/** A first line again, behind lines that are none, is the same order once more, not a further line of it. */
function goesOn(
  open: OpenOrder,
  { name, id, isFirst }: { readonly name: string; readonly id: string; readonly isFirst: boolean },
): boolean {
  if (id === '') return name === open.name || (name === '' && !open.isHeadless);
  return isSameId(id, open.id) && (open.isFilledIn || !isFirst);
}

/** A spreadsheet program may write one id in several ways: `123`, `123.0`. */
function isSameId(cell: string, other: string): boolean {
  if (cell === other) return true;
  const id = readOrderId(cell);
  return typeof id === 'bigint' && id === readOrderId(other);
}

/** Spreadsheet programs add empty fields at a line's end, and leave them out there. */
function fits({ fields }: CsvRecord, header: UploadHeader): boolean {
  if (fields.length === header.width) return true;
  if (fields.length > header.width) return fields.slice(header.width).every((field) => field.trim() === '');
  return LINE_COLUMNS.every((column) => (header.at[column] ?? 0) < fields.length);
}

const LINE_COLUMNS = ['Name', 'Lineitem quantity', 'Lineitem name', 'Lineitem price'] as const;

function anotherFile({ line }: CsvRecord): BrokenCsv {
  const what = 'another file begins here, with its columns in another order. Upload the two apart.';
  return new BrokenCsv({ line, column: 1 }, what);
}

function tooMany(record: CsvRecord): BrokenCsv {
  const at = { line: record.line, column: 1 };
  return new BrokenCsv(at, 'this order is longer than an order can be.');
}
