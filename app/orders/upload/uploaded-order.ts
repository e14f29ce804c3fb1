import type { OrderReading } from './order-head';
import type { CsvRecord } from './csv';
import { amountIn, orUnreadable, textIn, Unreadable } from './cell';
import { fieldOf } from './field';
import type { OrderLines, RejectedLine } from './grouping';
import type { UploadColumn, UploadHeader } from './header';
import { readOrderId, readQuantity } from './numbers';
import { readHead, type OrderHead } from './order-head';

export interface UploadedLine {
  readonly line: number;
  readonly sku: string;
  /** As the export writes it: "Product title - Variant title". */
  readonly title: string;
  readonly quantity: number;
  /** Null when it is not known what it is in the shop's currency. */
  readonly unitPriceMinor: number | null;
}

/** An order of an export, understood but not yet matched to products and buyer. */
export interface UploadedOrder extends Omit<OrderHead, 'isVoid' | 'paidForGoods'> {
  /** The line of the file on which it begins. */
  readonly line: number;
  /** How many of its lines could be read, purchases or not. */
  readonly linesRead: number;
  /** They cost less than was paid for the order's goods: others of its lines stand elsewhere. */
  readonly isIncomplete: boolean;
  /** Lines that were bought and paid for; none of a test, cancelled or wholly refunded order. */
  readonly lines: readonly UploadedLine[];
  readonly rejected: readonly RejectedLine[];
}

export type ReadOrder =
  | { readonly ok: true; readonly order: UploadedOrder }
  | { readonly ok: false; readonly rejected: readonly RejectedLine[] };

/**
 * Reads one order of an export. What concerns the whole order rejects all its lines; what concerns one line, that line.
 * A wholly refunded or never paid order keeps no lines, nor does a test one; free lines and lines of no items are dropped as
 * the API's are. Prices are net of discounts: what was paid for the goods is spread over them by price. Of an order in
 * another currency than the shop's all is kept but its money, for which no rate is known.
 */
export function readOrder(order: OrderLines, about: OrderReading): ReadOrder {
  const [first] = order.records;
  if (!first) return { ok: false, rejected: [] };
  try {
    const { isVoid, paidForGoods, ...head } = readHead(first, about);
    const lines: PricedLine[] = [];
    const rejected: RejectedLine[] = [];
    for (const record of isVoid ? [] : order.records) {
      try {
        lines.push(readLine(record, about.header, head.currency));
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        const { field, message: reason } = error;
        rejected.push({ line: record.line, orderName: head.name, field, reason });
      }
    }
    const paidForLines = rejected.length === 0 ? paidForGoods : null;
    const paid = toUnitPrices(lines, paidForLines);
    return {
      ok: true,
      order: {
        ...head,
        line: first.line,
        linesRead: order.records.length - rejected.length,
        isIncomplete: costLess(lines, paidForLines),
        lines: head.netMinor === null ? paid.map((line) => ({ ...line, unitPriceMinor: null })) : paid,
        rejected,
      },
    };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { field, message } = error;
    // In a line without an id the columns may have slipped, and anything may stand where the name should.
    const hasId = typeof readOrderId(fieldOf(first, about.header, 'Id')) === 'bigint';
    const rejected = order.records.map(({ line }) => ({
      line,
      orderName: hasId ? order.name : '',
      field: line === first.line ? field : '',
      reason: line === first.line ? message : `Its order could not be read: see line ${first.line}.`,
    }));
    return { ok: false, rejected };
  }
}

interface PricedLine extends Omit<UploadedLine, 'unitPriceMinor'> {
  /** Null when its price is not said. */
  readonly totalMinor: number | null;
}

function readLine(record: CsvRecord, header: UploadHeader, currency: string): PricedLine {
  const text = (column: UploadColumn) => textIn(record, column, header);
  const quantity = orUnreadable(
    readQuantity(text('Lineitem quantity')),
    'Lineitem quantity',
    'Is no number of items.',
  );
  const price = amountIn(record, 'Lineitem price', { header, currency });
  const discount = amountIn(record, 'Lineitem discount', { header, currency }) ?? 0;
  const totalMinor = price === null ? null : Math.max(0, price * quantity - discount);
  return { line: record.line, sku: text('Lineitem sku'), title: text('Lineitem name'), quantity, totalMinor };
}

/** A discount on the whole order lowers what was paid for all of its goods alike. */
function toUnitPrices(lines: readonly PricedLine[], paidForGoods: number | null): readonly UploadedLine[] {
  const sum = sumOf(lines);
  const share = paidForGoods === null || !sum ? 1 : Math.min(1, paidForGoods / sum);
  return lines.flatMap(({ totalMinor, ...line }) => {
    const paid = totalMinor === null ? null : totalMinor * share;
    if (line.quantity === 0 || paid === 0) return [];
    return [
      { ...line, unitPriceMinor: paid === null ? null : Math.max(1, Math.round(paid / line.quantity)) },
    ];
  });
}

/** Null when the price of any is not said. */
function sumOf(lines: readonly PricedLine[]): number | null {
  return lines.every((line) => line.totalMinor !== null)
    ? lines.reduce((total, line) => total + (line.totalMinor ?? 0), 0)
    : null;
}

/** By more than rounding: a smallest unit a line. */
function costLess(lines: readonly PricedLine[], paidForGoods: number | null): boolean {
  const sum = sumOf(lines);
  return paidForGoods !== null && sum !== null && lines.length > 0 && paidForGoods - sum > lines.length;
}
