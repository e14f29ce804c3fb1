import type { Cell, ComparisonTable } from './comparison-tables';

/** Signs with which a spreadsheet begins a formula, or which it drops before looking for one. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * One table as CSV (RFC 4180, with the mark by which spreadsheets know UTF-8). A text that a spreadsheet would take for a
 * formula gets an apostrophe in front (OWASP, CSV injection); numbers stay numbers.
 */
export function tableCsv({ header, rows }: Pick<ComparisonTable, 'header' | 'rows'>): string {
  return `\uFEFF${[header, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
}

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
