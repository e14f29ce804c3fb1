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

/**
 * Reads CSV (RFC 4180, commas) piece by piece from any line's start, holding one record at most. Text is UTF-8; a record
 * that is not, as spreadsheet programs save it, is read as Windows-1252. Empty lines are passed over. Quotation is taken
 * strictly: where it is broken, no guess is right.
 */
export function createCsvReader(start: { readonly byte: number; readonly line: number }): CsvReader {
  let held = new Uint8Array(0);
  let heldFrom = start.byte;
  let scanned = 0;
  let isQuoted = false;
  let line = start.line;
  let lineBreaks = 0;
  const broken: { error: BrokenCsv | null } = { error: null };

  /** Up to the first broken record, which is reported by the next call: what stands before it is good. */
  const cut = (isEnd: boolean): readonly CsvRecord[] => {
    if (broken.error) throw broken.error;
    const records: CsvRecord[] = [];
    let recordFrom = 0;
    const take = (to: number) => {
      const text = decode(held.subarray(recordFrom, to));
      const fields = readFields(text, line);
      if (fields.length > 1 || fields[0] !== '')
        records.push({ line, from: heldFrom + recordFrom, to: heldFrom + to, fields });
      line += lineBreaks;
      lineBreaks = 0;
      recordFrom = to;
    };
    try {
      for (; scanned < held.length; scanned += 1) {
        const byte = held[scanned];
        if (byte === QUOTE) isQuoted = !isQuoted;
        else if (byte === LINE_FEED) {
          lineBreaks += 1;
          if (!isQuoted) take(scanned + 1);
        }
      }
      if (held.length - recordFrom > MAX_RECORD_BYTES) throw tooLong(held.subarray(recordFrom), line);
      if (isEnd && recordFrom < held.length) take(held.length);
    } catch (error) {
      if (!(error instanceof BrokenCsv)) throw error;
      broken.error = error;
      if (records.length === 0) throw error;
    }
    heldFrom += recordFrom;
    scanned -= recordFrom;
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

function readFields(record: string, line: number): readonly string[] {
  const text = record.replace(/\r?\n$/, '');
  const fields: string[] = [];
  for (let at = 0; ; at += 1) {
    if (text[at] !== '"') {
      const comma = text.indexOf(',', at);
      const field = text.slice(at, comma < 0 ? text.length : comma);
      const quote = field.indexOf('"');
      if (quote >= 0)
        throw brokenAt(
          text,
          at + quote,
          line,
          'a quotation mark stands inside a field that has none around it.',
        );
      fields.push(field);
      if (comma < 0) return fields;
      at = comma;
      continue;
    }
    const close = closingQuote(text, at);
    if (close < 0) throw brokenAt(text, at, line, 'a quotation mark is opened here and never closed.');
    fields.push(text.slice(at + 1, close).replaceAll('""', '"'));
    at = close + 1;
    if (at === text.length) return fields;
    if (text[at] !== ',') throw brokenAt(text, at, line, 'a comma should follow the closing quotation mark.');
  }
}

function closingQuote(text: string, open: number): number {
  for (let from = open + 1; ; from += 2) {
    from = text.indexOf('"', from);
    if (from < 0 || text[from + 1] !== '"') return from;
  }
}

function tooLong(bytes: Uint8Array, line: number): BrokenCsv {
  const text = decode(bytes);
  try {
    readFields(text, line);
  } catch (error) {
    if (error instanceof BrokenCsv) return error;
  }
  return brokenAt(text, 0, line, 'this line is longer than any of Shopify’s order export.');
}

function brokenAt(text: string, index: number, line: number, what: string): BrokenCsv {
  const before = text.slice(0, index).split('\n');
  return new BrokenCsv({ line: line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 }, what);
}
