import { idAt, placeOf } from '../mint-ids';
import type { LineItem, Order } from '../types';

/** Lines by column: half a million of them as objects are slow to write and large; their texts repeat. */
export interface PackedOrders {
  readonly texts: readonly string[];
  readonly orders: readonly Omit<Order, 'lines'>[];
  readonly lineCounts: Int32Array;
  readonly linePlaces: Float64Array; // place of the line's id within its kind
  readonly columns: Record<TextColumn | NumberColumn, Int32Array>; // texts by place, -1 for null
}

const TEXT_COLUMNS = [
  'productId',
  'variantId',
  'title',
  'variantTitle',
  'sku',
  'planId',
  'planName',
] as const;
const NUMBER_COLUMNS = ['quantity', 'currentQuantity', 'unitPriceMinor'] as const;
type TextColumn = (typeof TEXT_COLUMNS)[number];
type NumberColumn = (typeof NUMBER_COLUMNS)[number];

export function packOrders(orders: readonly Order[]): PackedOrders {
  const total = orders.reduce((sum, order) => sum + order.lines.length, 0);
  const texts: string[] = [];
  const placeOfText = new Map<string, number>();
  const textPlace = (text: string | null): number => {
    if (text === null) return -1;
    let place = placeOfText.get(text);
    if (place === undefined) {
      place = texts.push(text) - 1;
      placeOfText.set(text, place);
    }
    return place;
  };
  const columns = Object.fromEntries(
    [...TEXT_COLUMNS, ...NUMBER_COLUMNS].map((name) => [name, new Int32Array(total)]),
  ) as PackedOrders['columns'];
  const linePlaces = new Float64Array(total);
  let row = 0;
  for (const order of orders) {
    for (const line of order.lines) {
      linePlaces[row] = placeOf('line', line.id);
      columns.productId[row] = textPlace(line.productId);
      columns.variantId[row] = textPlace(line.variantId);
      columns.title[row] = textPlace(line.title);
      columns.variantTitle[row] = textPlace(line.variantTitle);
      columns.sku[row] = textPlace(line.sku);
      columns.planId[row] = textPlace(line.sellingPlan?.id ?? null);
      columns.planName[row] = textPlace(line.sellingPlan?.name ?? null);
      columns.quantity[row] = line.quantity;
      columns.currentQuantity[row] = line.currentQuantity;
      columns.unitPriceMinor[row] = line.unitPriceMinor;
      row += 1;
    }
  }
  return {
    texts,
    orders: orders.map(({ lines: _lines, ...order }) => order),
    lineCounts: Int32Array.from(orders, (order) => order.lines.length),
    linePlaces,
    columns,
  };
}

export function unpackOrders(packed: PackedOrders): Order[] {
  let row = 0;
  return packed.orders.map((order, place) => {
    const end = row + (packed.lineCounts[place] ?? 0);
    const lines: LineItem[] = [];
    for (; row < end; row += 1) lines.push(unpackLine(packed, row));
    return { ...order, lines };
  });
}

function unpackLine({ columns, texts, linePlaces }: PackedOrders, row: number): LineItem {
  const text = (name: TextColumn) => texts[columns[name][row] ?? -1] ?? null;
  const planId = text('planId');
  return {
    id: idAt('line', linePlaces[row] ?? 0),
    productId: text('productId'),
    variantId: text('variantId'),
    title: text('title') ?? '',
    variantTitle: text('variantTitle'),
    sku: text('sku'),
    quantity: columns.quantity[row] ?? 0,
    currentQuantity: columns.currentQuantity[row] ?? 0,
    unitPriceMinor: columns.unitPriceMinor[row] ?? 0,
    sellingPlan: planId === null ? null : { id: planId, name: text('planName') ?? '' },
  };
}
