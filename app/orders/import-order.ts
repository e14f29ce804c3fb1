import { parseMoney } from '../shops/parse-money';
import { parseId } from '../shopify/gid';
import { isGiftOrder, readNoteAttributes } from './gift-order';
import { fieldOf, type OrderLines, type RejectedLine } from './import-grouping';
import type { ImportColumn, ImportHeader } from './import-header';
import type { CsvRecord } from './import-csv';

export interface ImportedLine {
  readonly line: number;
  readonly sku: string;
  /** As the export writes it: "Product title - Variant title". */
  readonly title: string;
  readonly quantity: number;
  readonly unitPriceMinor: number;
}

/** An order of an export, understood but not yet matched to products and buyer. */
export interface ImportedOrder {
  readonly orderId: bigint;
  readonly name: string;
  /** The line of the file on which it begins. */
  readonly line: number;
  /** Lower case; empty when the order has none. */
  readonly email: string;
  readonly placedAt: Date;
  readonly netMinor: number;
  readonly isTest: boolean;
  readonly cancelledAt: Date | null;
  readonly sourceName: string;
  readonly isSubscription: boolean;
  /** Bought for somebody else. */
  readonly isGift: boolean;
  /** Lines that were bought and paid for; none of a test, cancelled or wholly refunded order. */
  readonly lines: readonly ImportedLine[];
  readonly rejected: readonly RejectedLine[];
}

export type ReadOrder =
  | { readonly ok: true; readonly order: ImportedOrder }
  | { readonly ok: false; readonly rejected: readonly RejectedLine[] };

/** More than anybody can have bought: a column has slipped. */
const MAX_QUANTITY = 1_000_000;
/** Clocks differ; an order of tomorrow is a mistake. */
const AHEAD_MS = 3_600_000;
const EARLIEST_YEAR = 2000;

/** The reason is kept: it never quotes what stands in the file, which may be a name or an address in the wrong column. */
class Unreadable extends Error {
  constructor(
    readonly field: ImportColumn,
    reason: string,
  ) {
    super(reason);
  }
}

/**
 * Reads one order of an export. What concerns the whole order rejects all its lines; what concerns one line, that line.
 * A wholly refunded or never paid (voided) order keeps no lines, nor does a test one; free lines and lines of no items are
 * dropped as the API's are. Prices are net of discounts: what was paid for the goods is spread over them by price.
 */
export function readOrder(
  order: OrderLines,
  about: { readonly header: ImportHeader; readonly currency: string; readonly now: Date },
): ReadOrder {
  const { header } = about;
  const [first] = order.records;
  if (!first) return { ok: false, rejected: [] };
  try {
    const head = readHead(first, about);
    const lines: PricedLine[] = [];
    const rejected: RejectedLine[] = [];
    for (const record of head.isVoid ? [] : order.records) {
      try {
        lines.push(readLine(record, header, about.currency));
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        rejected.push({
          line: record.line,
          orderName: order.name,
          field: error.field,
          reason: error.message,
        });
      }
    }
    const { isVoid: _, paidForGoods, ...rest } = head;
    const paid = rejected.length === 0 ? paidForGoods : null;
    return {
      ok: true,
      order: { ...rest, name: order.name, line: first.line, lines: toUnitPrices(lines, paid), rejected },
    };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { field, message } = error;
    const rejected = order.records.map(({ line }) => ({
      line,
      orderName: order.name,
      field: line === first.line ? field : '',
      reason: line === first.line ? message : `Its order could not be read: see line ${first.line}.`,
    }));
    return { ok: false, rejected };
  }
}

function readHead(
  record: CsvRecord,
  { header, currency, now }: { header: ImportHeader; currency: string; now: Date },
) {
  const text = (column: ImportColumn) => fieldOf(record, header, column);
  const orderId = parseId(text('Id'));
  if (orderId === null) throw new Unreadable('Id', wrongId(text('Id')));
  const placedAt = readInstant(record, header, 'Created at');
  if (!placedAt) throw new Unreadable('Created at', 'Is empty.');
  if (placedAt.getTime() > now.getTime() + AHEAD_MS)
    throw new Unreadable('Created at', 'Lies in the future.');
  if (text('Currency') !== currency)
    throw new Unreadable('Currency', `Is another than the shop’s, which is ${currency}.`);
  const total = readMoney(record, header, 'Total', currency);
  const refunded =
    text('Refunded Amount') === '' ? 0 : readMoney(record, header, 'Refunded Amount', currency);
  const cancelledAt = readInstant(record, header, 'Cancelled at');
  const status = text('Financial Status').toLowerCase();
  const isTest = /\bbogus\b/i.test(text('Payment Method'));
  const isRefunded = status === 'refunded' || (refunded > 0 && refunded >= total);
  const sourceName = text('Source');
  return {
    orderId,
    email: text('Email').toLowerCase(),
    placedAt,
    netMinor: Math.max(0, total - refunded),
    isTest,
    cancelledAt,
    sourceName,
    // The export does not say which lines came from a selling plan; these say it of the order.
    isSubscription: sourceName.startsWith('subscription_contract') || /\bsubscription\b/i.test(text('Tags')),
    isGift: isGiftOrder(readNoteAttributes(text('Note Attributes'))),
    isVoid: isTest || cancelledAt !== null || isRefunded || status === 'voided',
    paidForGoods: text('Subtotal') === '' ? null : readMoney(record, header, 'Subtotal', currency),
  };
}

interface PricedLine extends Omit<ImportedLine, 'unitPriceMinor'> {
  readonly totalMinor: number;
}

function readLine(record: CsvRecord, header: ImportHeader, currency: string): PricedLine {
  const text = (column: ImportColumn) => fieldOf(record, header, column);
  const quantity = Number(text('Lineitem quantity'));
  if (!/^\d+$/.test(text('Lineitem quantity')) || quantity > MAX_QUANTITY)
    throw new Unreadable('Lineitem quantity', 'Is no number of items.');
  const price = readMoney(record, header, 'Lineitem price', currency);
  const discount =
    text('Lineitem discount') === '' ? 0 : readMoney(record, header, 'Lineitem discount', currency);
  const totalMinor = Math.max(0, price * quantity - discount);
  return { line: record.line, sku: text('Lineitem sku'), title: text('Lineitem name'), quantity, totalMinor };
}

/** A discount on the whole order lowers what was paid for all of its goods alike. */
function toUnitPrices(lines: readonly PricedLine[], paidForGoods: number | null): readonly ImportedLine[] {
  const sum = lines.reduce((total, line) => total + line.totalMinor, 0);
  const share = paidForGoods === null || sum === 0 ? 1 : Math.min(1, paidForGoods / sum);
  return lines.flatMap(({ totalMinor, ...line }) => {
    const paid = totalMinor * share;
    if (line.quantity === 0 || paid === 0) return [];
    return [{ ...line, unitPriceMinor: Math.max(1, Math.round(paid / line.quantity)) }];
  });
}

/** `2026-03-01 10:22:33 -0500`, as Shopify writes it, or ISO 8601; the offset must be there. Null when empty. */
function readInstant(record: CsvRecord, header: ImportHeader, column: ImportColumn): Date | null {
  const text = fieldOf(record, header, column);
  if (text === '') return null;
  const match = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d:\d\d:\d\d)(?:\.\d+)? ?(Z|UTC|[+-]\d\d:?\d\d)$/.exec(text);
  const [, year = '', month = '', day = '', time = '', zone = ''] = match ?? [];
  const offset = /^[+-]/.test(zone) ? zone.replace(/^(...):?/, '$1:') : 'Z';
  const at = new Date(`${year}-${month}-${day}T${time}${offset}`);
  const isRolledOver = Number(day) > new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (!match || Number.isNaN(at.getTime()) || isRolledOver || Number(year) < EARLIEST_YEAR)
    throw new Unreadable(column, 'Is no time as Shopify writes it: 2026-03-01 10:22:33 -0500.');
  return at;
}

function readMoney(record: CsvRecord, header: ImportHeader, column: ImportColumn, currency: string): number {
  const text = fieldOf(record, header, column);
  try {
    return parseMoney(text, currency);
  } catch {
    throw new Unreadable(column, 'Is no amount of money.');
  }
}

function wrongId(text: string): string {
  return /^\d+(\.\d+)?E\+?\d+$/i.test(text)
    ? 'Was rounded by a spreadsheet program. Upload the file as Shopify sent it.'
    : 'Is no order id.';
}
