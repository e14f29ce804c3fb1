import type { History } from '../refills/history';
import { linesOf, splitCsv } from '../refills/read-purchases';
import type { PanelCategory } from './invented-panels';

/** Of each product: is it a consumable; null when that is not known. */
export type Truth = readonly (boolean | null)[];

const LEAST_RETURNED = 5;
const OFTEN = 0.25;
const RARELY = 0.1;

/**
 * What later days say, where nobody labelled anything: of a product's buyers up to `cutOn` who bought anything after it, how
 * many bought the product again. At least a quarter: yes; at most a tenth: no; between, or with too few buyers: unknown.
 */
export function boughtAgainLater(history: History, cutOn: number): Truth {
  const came = new Int32Array(history.products.length);
  const again = new Int32Array(history.products.length);
  for (const pair of history.pairs) {
    if (pair.days[0]! > cutOn || history.visitsOf[pair.shopper]!.at(-1)! <= cutOn) continue;
    came[pair.product]! += 1;
    if (pair.days.at(-1)! > cutOn) again[pair.product]! += 1;
  }
  return history.products.map((_, at) => {
    if (came[at]! < LEAST_RETURNED) return null;
    const share = again[at]! / came[at]!;
    return share >= OFTEN ? true : share <= RARELY ? false : null;
  });
}

/** Rows of a CSV file by the names of its columns. @throws with the line when a quote never closes */
export async function readTable(path: string): Promise<ReadonlyMap<string, string>[]> {
  const rows: Map<string, string>[] = [];
  let names: readonly string[] | null = null;
  let line = 0;
  for await (const text of linesOf(path)) {
    line += 1;
    if (text === '') continue;
    const cells = splitCsv(text, line);
    if (names) rows.push(new Map(names.map((name, at) => [name, cells[at] ?? ''])));
    else names = cells.map((name) => name.replace(/^\uFEFF/, '').trim());
  }
  return rows;
}

/** Categories with how often their buyers came back, all of them taken for consumables. */
export async function readPanel(path: string): Promise<readonly PanelCategory[]> {
  const rows = await readTable(path);
  return rows.map((row) => ({
    name: row.get('product_category') ?? '',
    buyers: Number(row.get('buyers')),
    repeatShare: Number(row.get('repeat_customer_probability_79d')),
    isConsumable: true,
  }));
}
