import type { CsvRecord } from './csv';
import type { UploadColumn, UploadHeader } from './header';

/** The longest title, name, SKU or address that Shopify takes, in characters. */
const LONGEST = 255;
/** What is joined of several: a product's title and three options, every payment, up to 250 tags, everything that a theme asked. */
const LONGEST_JOINED: Readonly<Partial<Record<UploadColumn, number>>> = {
  'Lineitem name': 2_000,
  'Payment Method': 2_000,
  Tags: 200_000,
  'Note Attributes': 200_000,
};

/**
 * A field by its column's name, trimmed, without the apostrophe that Shopify and spreadsheet programs put before what could
 * be taken for a formula or a number; empty when the file has no such column. Whatever the file holds, it is hardly longer
 * than the longest that its column may hold: enough to be told from that, and from here on nothing has to reckon with more.
 */
export function fieldOf(record: CsvRecord, header: UploadHeader, column: UploadColumn): string {
  const index = header.at[column];
  const field = (index === undefined ? '' : (record.fields[index] ?? '')).trim();
  return (/^'[\d=+\-@]/.test(field) ? field.slice(1) : field).slice(0, longestOf(column) + 1);
}

/** Whether a field had to be cut: nothing that Shopify writes in its column is as long. */
export function isTooLong(field: string, column: UploadColumn): boolean {
  return field.length > longestOf(column);
}

function longestOf(column: UploadColumn): number {
  return LONGEST_JOINED[column] ?? LONGEST;
}
