export type CsvCell = string | number | null;

/** Signs with which a spreadsheet begins a formula, and what it may drop before it looks for one. */
const FORMULA = /^[=+\-@\p{Cc}]/u;

/**
 * A table as CSV (RFC 4180, with the mark by which spreadsheets know UTF-8). A text that a spreadsheet might take for a
 * formula gets an apostrophe in front (OWASP, CSV injection); numbers stay numbers.
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${csvRows([header, ...rows])}`;
}

/** Further rows, for a table that is written piece by piece behind `writeCsv` of its header. */
export function csvRows(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
