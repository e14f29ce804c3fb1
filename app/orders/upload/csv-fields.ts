/** Between the fields of a line. */
export type Separator = ',' | ';' | '\t' | '|';

/** How a table is written down. */
export interface CsvLayout {
  readonly separator: Separator;
  /**
   * A spreadsheet program has taken each whole line for one cell of a table of its own and saved that: what stands between
   * its cells; null when it has not.
   */
  readonly wrapper: Separator | null;
}

export const COMMAS: CsvLayout = { separator: ',', wrapper: null };

/** Where a text is broken: an index into it, and what is wrong there. */
export class BrokenFields extends Error {
  override readonly name = 'BrokenFields';
  constructor(
    readonly index: number,
    what: string,
  ) {
    super(what);
  }
}

/** The fields of one line, without its end. Quotation is taken strictly. @throws BrokenFields */
export function readFields(text: string, separator: Separator): readonly string[] {
  const fields: string[] = [];
  for (let at = 0; ; at += 1) {
    if (text[at] !== '"') {
      const end = text.indexOf(separator, at);
      const field = text.slice(at, end < 0 ? text.length : end);
      const quote = field.indexOf('"');
      if (quote >= 0)
        throw new BrokenFields(at + quote, 'a quotation mark stands inside a field that has none around it.');
      fields.push(field);
      if (end < 0) return fields;
      at = end;
      continue;
    }
    const close = closingQuote(text, at);
    if (close < 0) throw new BrokenFields(at, 'a quotation mark is opened here and never closed.');
    fields.push(text.slice(at + 1, close).replaceAll('""', '"'));
    at = close + 1;
    if (at === text.length) return fields;
    if (text[at] !== separator) {
      const what = separator === ',' ? 'a comma' : 'a separator';
      throw new BrokenFields(at, `${what} should follow the closing quotation mark.`);
    }
  }
}

/**
 * The line that a spreadsheet program has put into one cell (or, at its own separators, into several) and saved with
 * quotation marks of its own around it; null when the line is as it was.
 */
export function unwrapLine(text: string, { separator, wrapper }: CsvLayout): string | null {
  if (wrapper !== null) return withoutEmptyEnd(readFields(text, wrapper)).join(wrapper);
  if (!text.startsWith('"')) return null;
  const close = closingQuote(text, 0);
  if (close < 0) return null;
  const rest = text.slice(close + 1);
  if (/^[;,\t|]*$/.test(rest)) {
    const inside = text.slice(1, close).replaceAll('""', '"');
    return inside.includes(separator) ? inside : null;
  }
  const around = /^[;\t|]/.exec(rest)?.[0] as Separator | undefined;
  if (around === undefined || around === separator) return null;
  return withoutEmptyEnd(readFields(text, around)).join(around);
}

/** Whether a quotation goes on beyond the end of a text; or, where one went on into it, whether it ends there. */
export function hasOpenQuotation(text: string): boolean {
  let isOpen = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) isOpen = !isOpen;
  return isOpen;
}

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  let length = cells.length;
  while (length > 1 && cells[length - 1] === '') length -= 1;
  return cells.slice(0, length);
}

function closingQuote(text: string, open: number): number {
  for (let from = open + 1; ; from += 2) {
    from = text.indexOf('"', from);
    if (from < 0 || text[from + 1] !== '"') return from;
  }
}
