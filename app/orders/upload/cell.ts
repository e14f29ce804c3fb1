import type { CsvRecord } from './csv';
import { readInstant } from './dates';
import { fieldOf, isTooLong } from './field';
import type { UploadColumn, UploadHeader } from './header';
import { readAmount, type NoNumber } from './numbers';

/** A cell that cannot be understood: its column, and why. What stands in it is never repeated: it may be anything. */
export class Unreadable extends Error {
  constructor(
    readonly field: UploadColumn,
    reason: string,
  ) {
    super(reason);
  }
}

const AS_SENT = 'Upload the file as Shopify sent it.';

/** Empty when the cell is. @throws Unreadable */
export function textIn(record: CsvRecord, column: UploadColumn, header: UploadHeader): string {
  const text = fieldOf(record, header, column);
  if (isTooLong(text, column))
    throw new Unreadable(column, `Is longer than anything that Shopify writes there. ${AS_SENT}`);
  return text;
}

/** Null when the cell is empty. @throws Unreadable */
export function instantIn(
  record: CsvRecord,
  column: UploadColumn,
  { header, timeZone }: { readonly header: UploadHeader; readonly timeZone: string },
): Date | null {
  const text = textIn(record, column, header);
  if (text === '') return null;
  const at = readInstant(text, { timeZone, dateOrder: header.dateOrder });
  if (at === 'no-time')
    throw new Unreadable(column, `Is no time. Shopify writes 2026-03-01 10:22:33 -0500. ${AS_SENT}`);
  if (at === 'two-ways')
    throw new Unreadable(column, `Could be two different days, such as 1 March and 3 January. ${AS_SENT}`);
  return at;
}

/** In minor units; null when the cell is empty. @throws Unreadable */
export function amountIn(
  record: CsvRecord,
  column: UploadColumn,
  { header, currency }: { readonly header: UploadHeader; readonly currency: string },
): number | null {
  const text = textIn(record, column, header);
  if (text === '') return null;
  return orUnreadable(readAmount(text, currency), column, 'Is no amount of money.');
}

/** @throws Unreadable for what is no number */
export function orUnreadable<T extends number | bigint>(
  read: T | NoNumber,
  column: UploadColumn,
  otherwise: string,
): T {
  if (read === 'rounded')
    throw new Unreadable(
      column,
      `Was rounded by a spreadsheet program, so that its last digits are lost. ${AS_SENT}`,
    );
  if (read === 'two-ways')
    throw new Unreadable(
      column,
      `Could be two different numbers, with a decimal point or without. ${AS_SENT}`,
    );
  if (read === 'no-number') throw new Unreadable(column, `${otherwise} ${AS_SENT}`);
  return read;
}
