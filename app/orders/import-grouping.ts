import { BrokenCsv, type CsvRecord } from './import-csv';
import type { ImportColumn, ImportHeader } from './import-header';

/** A line that could not be taken, and why. */
export interface RejectedLine {
  readonly line: number;
  readonly orderName: string;
  /** The column it is about; empty when it is about the whole line. */
  readonly field: string;
  readonly reason: string;
}

/** The lines of one order. Only the first holds what is said of the order as a whole. */
export interface OrderLines {
  readonly name: string;
  readonly records: readonly CsvRecord[];
}

/** Shopify's orders have 500 lines at most. */
const MAX_LINES = 1_000;

export interface Grouping {
  /** @throws BrokenCsv when an order does not end. */
  add(record: CsvRecord): void;
  /** The end of the file: the open order is whole. */
  close(): void;
  readonly whole: readonly OrderLines[];
  readonly rejected: readonly RejectedLine[];
  /** Where the order begins that is not whole yet; null when none is open. */
  readonly openFrom: { readonly byte: number; readonly line: number } | null;
}

/** Puts the lines of an export together into orders: of an order with several lines, only the first has an id. */
export function createGrouping(header: ImportHeader): Grouping {
  const whole: OrderLines[] = [];
  const rejected: RejectedLine[] = [];
  let open: { name: string; isHeadless: boolean; records: CsvRecord[] } | null = null;
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
      if (record.fields.length !== header.width) {
        const reason = `Has ${record.fields.length} fields where the first line of the file has ${header.width}.`;
        rejected.push({ line: record.line, orderName: '', field: '', reason });
        strays += 1;
        if (open && strays > MAX_LINES) throw tooMany(record);
        return;
      }
      const name = fieldOf(record, header, 'Name');
      const hasId = fieldOf(record, header, 'Id') !== '';
      if (hasId || open?.name !== name) {
        close();
        open = { name, isHeadless: !hasId, records: [] };
        strays = 0;
      }
      if (!open) return;
      if (open.isHeadless) {
        const reason = 'Has no id, and the line with which its order begins does not stand before it.';
        rejected.push({ line: record.line, orderName: name, field: 'Id', reason });
        return;
      }
      if (open.records.length >= MAX_LINES) throw tooMany(record);
      open.records.push(record);
    },
    get openFrom() {
      const first = open?.records[0];
      return first ? { byte: first.from, line: first.line } : null;
    },
  };
}

function tooMany(record: CsvRecord): BrokenCsv {
  const at = { line: record.line, column: 1 };
  return new BrokenCsv(at, 'this order has more lines than an order can have.');
}

/** A field by its column's name, trimmed; empty when the file has no such column. */
export function fieldOf(record: CsvRecord, header: ImportHeader, column: ImportColumn): string {
  const index = header.at[column];
  return (index === undefined ? '' : (record.fields[index] ?? '')).trim();
}
