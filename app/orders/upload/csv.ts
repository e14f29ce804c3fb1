import { BrokenFields, COMMAS, hasOpenQuotation, readFields, unwrapLine, type CsvLayout } from './csv-fields';

/** A line of a CSV file as a person sees it: with its fields, and where it stands. */
export interface CsvRecord {
  /** The line on which it begins, from 1. */
  readonly line: number;
  /** Its first byte, and the first one behind it. */
  readonly from: number;
  readonly to: number;
  readonly fields: readonly string[];
}

/** Where a file is broken; line and column count from 1, in characters. */
export class BrokenCsv extends Error {
  override readonly name = 'BrokenCsv';
  readonly line: number;
  readonly column: number;
  constructor(at: { readonly line: number; readonly column: number }, what: string) {
    super(`Line ${at.line}, column ${at.column}: ${what}`);
    this.line = at.line;
    this.column = at.column;
  }
}

export interface CsvReader {
  /** @returns the records that these bytes complete. @throws BrokenCsv */
  push(bytes: Uint8Array): readonly CsvRecord[];
  /** The file ends here. @throws BrokenCsv */
  end(): readonly CsvRecord[];
}

/** No order of Shopify's is as long; a quotation mark that is never closed would otherwise swallow the file. */
const MAX_RECORD_BYTES = 1_000_000;
const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Reads CSV (RFC 4180) piece by piece from any line's start, holding one record at most. Lines end with LF, CR or both.
 * Text is UTF-8; a record that is not, as spreadsheet programs save it, is read as Windows-1252. Lines that a spreadsheet
 * program has wrapped whole into a cell are unwrapped. Lines of empty fields are passed over. Quotation is taken strictly:
 * where it is broken, no guess is right.
 */
export function createCsvReader(
  start: { readonly byte: number; readonly line: number },
  layout: CsvLayout = COMMAS,
): CsvReader {
  let held = new Uint8Array(0);
  let heldFrom = start.byte;
  let scanned = 0;
  let isQuoted = false;
  let line = start.line;
  let lineBreaks = 0;
  /** Where the line begins that is being scanned; behind the record's beginning when a wrapped quotation goes on. */
  let lineFrom = 0;
  /** Lines of a wrapped record whose quotation goes on, each looked at once. */
  let unwrapped: string[] = [];
  let isOpen = false;
  const broken: { error: BrokenCsv | null } = { error: null };

  /** @returns the fields of what has been read up to here; null when a wrapped quotation goes on. */
  const fieldsOf = (text: string): readonly string[] | null => {
    try {
      const inside = unwrapLine(text, layout);
      if (inside === null && !isOpen) return readFields(text, layout.separator);
      const piece = inside ?? text;
      unwrapped.push(piece);
      if (hasOpenQuotation(piece)) isOpen = !isOpen;
      if (isOpen) return null;
      const whole = unwrapped.join('\n');
      unwrapped = [];
      return readFields(whole, layout.separator);
    } catch (error) {
      if (error instanceof BrokenFields) throw brokenAt(text, error.index, line, error.message);
      throw error;
    }
  };

  /** Up to the first broken record, which is reported by the next call: what stands before it is good. */
  const cut = (isEnd: boolean): readonly CsvRecord[] => {
    if (broken.error) throw broken.error;
    const records: CsvRecord[] = [];
    let recordFrom = 0;
    const take = (to: number) => {
      const fields = fieldsOf(decode(held.subarray(lineFrom, to)).replace(/(\r\n|\n|\r)$/, ''));
      lineFrom = to;
      if (fields === null) return;
      if (fields.some((field) => field.trim() !== ''))
        records.push({ line, from: heldFrom + recordFrom, to: heldFrom + to, fields });
      line += lineBreaks;
      lineBreaks = 0;
      recordFrom = to;
    };
    try {
      for (; scanned < held.length; scanned += 1) {
        const byte = held[scanned] ?? 0;
        if (byte > QUOTE) continue;
        if (byte === QUOTE) isQuoted = !isQuoted;
        else if (byte === LINE_FEED || byte === CARRIAGE_RETURN) {
          const isLast = scanned + 1 === held.length;
          // It may be the first half of one line end.
          if (byte === CARRIAGE_RETURN && isLast && !isEnd) break;
          if (byte === CARRIAGE_RETURN && held[scanned + 1] === LINE_FEED) continue;
          lineBreaks += 1;
          if (!isQuoted) take(scanned + 1);
        }
      }
      if (held.length - recordFrom > MAX_RECORD_BYTES)
        throw isOpen ? neverClosed(line) : tooLong(held.subarray(recordFrom), line, layout);
      if (isEnd && lineFrom < held.length) take(held.length);
      if (isEnd && isOpen) throw neverClosed(line);
    } catch (error) {
      if (!(error instanceof BrokenCsv)) throw error;
      broken.error = error;
      if (records.length === 0) throw error;
    }
    heldFrom += recordFrom;
    scanned -= recordFrom;
    lineFrom -= recordFrom;
    held = held.slice(recordFrom);
    return records;
  };

  return {
    push(bytes) {
      if (held.length === 0) held = bytes.slice();
      else {
        const joined = new Uint8Array(held.length + bytes.length);
        joined.set(held);
        joined.set(bytes, held.length);
        held = joined;
      }
      return cut(false);
    },
    end: () => cut(true),
  };
}

const strict = new TextDecoder('utf-8', { fatal: true });
const western = new TextDecoder('windows-1252');

function decode(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return western.decode(bytes);
  }
}

function neverClosed(line: number): BrokenCsv {
  return new BrokenCsv({ line, column: 1 }, 'a quotation mark is opened in this line and never closed.');
}

function tooLong(bytes: Uint8Array, line: number, { separator }: CsvLayout): BrokenCsv {
  const text = decode(bytes);
  try {
    readFields(text, separator);
  } catch (error) {
    if (error instanceof BrokenFields) return brokenAt(text, error.index, line, error.message);
  }
  return brokenAt(text, 0, line, 'this line is longer than any of Shopify’s order export.');
}

function brokenAt(text: string, index: number, line: number, what: string): BrokenCsv {
  const before = text.slice(0, index).split(/\r\n|\n|\r/);
  return new BrokenCsv({ line: line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 }, what);
}
