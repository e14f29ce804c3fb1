/** Forecasts for a whole shop from a file of purchases, in one process, without a database. */
import { toForecastRow } from '../app/refills/forecasts/forecast-row';
import { forecastBuyer, type BuyerPurchase } from '../app/refills/forecasts/forecast-buyer';
import type { ProductKind, TeachingLine } from '../app/refills/fold/fold-lines';
import { openLearning } from '../app/refills/learn/learn-shop';
import { OFFLINE_MODEL } from '../app/refills/model/offline-model';
import { linesOf, parseDay, splitCsv } from './refills/read-purchases';

/** Reads a file and does nothing with it: what any work on it is held against. @returns its rows */
export async function parseOnly(path: string): Promise<number> {
  let rows = -1;
  for await (const text of linesOf(path)) {
    const cells = splitCsv(text, rows);
    if (parseDay(cells[2]!) !== null && Number(cells[3]) >= 0) rows += 1;
    else if (rows < 0) rows = 0;
  }
  return rows;
}

/** Processor time of this process: on a busy machine the clock on the wall tells of its neighbours. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

export interface FileForecasts {
  readonly rows: number;
  readonly forecasts: number;
  readonly seconds: { readonly parse: number; readonly learn: number; readonly forecast: number };
}

/** Parses, learns and forecasts every shopper's products as of the last day. */
export async function forecastFile(path: string): Promise<FileForecasts> {
  const startedAt = cpuSeconds();
  const lines = new Columns();
  for await (const text of linesOf(path)) lines.add(splitCsv(text, lines.count));
  const parsedAt = cpuSeconds();
  const todayOn = lines.day(lines.count - 1);
  const learning = openLearning(lines.kinds, { todayOn, purchases: lines.count });
  for (const line of lines.inOrder()) learning.enter(line);
  const { model, rhythms } = learning.close();
  const learnedAt = cpuSeconds();
  let forecasts = 0;
  for (const purchases of lines.byShopper())
    for (const forecast of forecastBuyer(purchases, rhythms, todayOn, model ?? OFFLINE_MODEL)) {
      toForecastRow(forecast);
      forecasts += 1;
    }
  const seconds = {
    parse: parsedAt - startedAt,
    learn: learnedAt - parsedAt,
    forecast: cpuSeconds() - learnedAt,
  };
  return { rows: lines.count, forecasts, seconds };
}

/** Rows of the file in flat memory, in the order of days that the file has. */
class Columns {
  count = 0;
  readonly kinds = new Map<bigint, ProductKind>();
  private values = new Int32Array(4 << 10);
  private readonly shoppers = new Map<string, number>();
  private readonly products = new Map<string, number>();
  private readonly buyers: string[] = [];
  private readonly productIds: bigint[] = [];

  add(cells: readonly string[]): void {
    const day = Number(cells[2]);
    if (Number.isNaN(day)) return; // the header
    if ((this.count + 1) * 4 > this.values.length) {
      const wider = new Int32Array(this.values.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    let shopper = this.shoppers.get(cells[0]!);
    if (shopper === undefined) {
      shopper = this.buyers.push(cells[0]!) - 1;
      this.shoppers.set(cells[0]!, shopper);
    }
    let product = this.products.get(cells[1]!);
    if (product === undefined) {
      product = this.productIds.push(BigInt(cells[1]!)) - 1;
      this.products.set(cells[1]!, product);
      this.kinds.set(this.productIds[product]!, { name: cells[4] ?? '', cycleDays: null });
    }
    const at = this.count * 4;
    this.values[at] = shopper;
    this.values[at + 1] = product;
    this.values[at + 2] = day;
    this.values[at + 3] = Number(cells[3]);
    this.count += 1;
  }

  day(row: number): number {
    return this.values[row * 4 + 2]!;
  }

  *inOrder(): Generator<TeachingLine<bigint>> {
    for (let at = 0; at < this.count * 4; at += 4)
      yield {
        buyer: this.buyers[this.values[at]!]!,
        productId: this.productIds[this.values[at + 1]!]!,
        boughtOn: this.values[at + 2]!,
        packs: this.values[at + 3]!,
      };
  }

  *byShopper(): Generator<readonly BuyerPurchase[]> {
    const from = new Int32Array(this.buyers.length + 1);
    for (let row = 0; row < this.count; row += 1) from[this.values[row * 4]! + 1]! += 1;
    for (let i = 1; i < from.length; i += 1) from[i]! += from[i - 1]!;
    const next = from.slice();
    const rows = new Int32Array(this.count);
    for (let row = 0; row < this.count; row += 1) rows[next[this.values[row * 4]!]!++] = row;
    for (let shopper = 0; shopper < this.buyers.length; shopper += 1)
      yield Array.from(rows.subarray(from[shopper], from[shopper + 1]), (row) => ({
        productId: this.productIds[this.values[row * 4 + 1]!]!,
        variantId: null,
        quantity: this.values[row * 4 + 3]!,
        size: 1,
        boughtOn: this.values[row * 4 + 2]!,
        isSubscription: false,
      }));
  }
}
