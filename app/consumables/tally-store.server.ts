import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { HotDatabase } from '../ports';
import { addBuyer, buyerWeight, emptyTally, usualProducts, type RepeatTally } from './repeat-tally';

/** Rows read between two pauses: requests that came meanwhile go first. */
const ROWS_AT_ONCE = 4_000;

type Hot = Pick<HotDatabase, 'prepareRead'>;
const BUYER_COLUMNS = ['customerId', 'browserId', 'phoneHash'] as const;
type BuyerColumn = (typeof BUYER_COLUMNS)[number];

const line = z.object({
  buyer: z.union([z.bigint(), z.string()]),
  productId: z.bigint(),
  boughtOn: z.bigint(),
  isSubscription: z.bigint(),
});
type Line = z.infer<typeof line>;

// A browser is a buyer only where no account is known, a telephone number only where neither is. Each walks its own index,
// in its order.
const OF: Readonly<Record<BuyerColumn, string>> = {
  customerId: '',
  browserId: 'AND "customerId" IS NULL',
  phoneHash: 'AND "customerId" IS NULL AND "browserId" IS NULL',
};

const linesAfter = (by: BuyerColumn) => `
  SELECT "${by}" AS "buyer", "productId", "boughtOn", "isSubscription" FROM "Purchase"
  WHERE "shopId" = ? AND "${by}" > ? ${OF[by]} ORDER BY "${by}" LIMIT ?`;
const linesOf = (by: BuyerColumn) => `
  SELECT "${by}" AS "buyer", "productId", "boughtOn", "isSubscription" FROM "Purchase"
  WHERE "shopId" = ? AND "${by}" = ? ${OF[by]}`;
const breadthsAfter = (by: BuyerColumn) => `
  SELECT "${by}" AS "buyer", count(DISTINCT "productId") AS "products" FROM "Purchase"
  WHERE "shopId" = ? AND "${by}" > ? ${OF[by]} AND "boughtOn" <= ? GROUP BY "${by}" ORDER BY "${by}" LIMIT ?`;

// Orders of nobody known: each is a buyer of its own who was not seen again.
const NOBODYS = `
  SELECT "rowid" AS "at", "productId", "boughtOn", "browserId", "phoneHash", "isSubscription" FROM "Purchase"
  WHERE "shopId" = @shopId AND "customerId" IS NULL AND ("productId", "rowid") > (@productId, @at)
  ORDER BY "productId", "rowid" LIMIT @rows`;
const nobodys = z.object({
  at: z.bigint(),
  productId: z.bigint(),
  boughtOn: z.bigint(),
  browserId: z.string().nullable(),
  phoneHash: z.string().nullable(),
  isSubscription: z.bigint(),
});

const breadth = z.object({ buyer: z.union([z.bigint(), z.string()]), products: z.bigint() });

const START = { customerId: -1n, browserId: '', phoneHash: '' } as const;

/**
 * How often each product was bought again, over all buyers of a shop, from what was known by `todayOn`. Subscription lines
 * count as visits, never as purchases. Reads every purchase twice, in short steps.
 */
export async function loadTallies(
  hot: Hot,
  shopId: number,
  todayOn: number,
  rowsAtOnce = ROWS_AT_ONCE,
): Promise<ReadonlyMap<bigint, Readonly<RepeatTally>>> {
  const tallies = new Map<bigint, RepeatTally>();
  const usual = await loadUsualProducts(hot, { shopId, todayOn, rowsAtOnce });
  for (const by of BUYER_COLUMNS)
    for await (const lines of buyers(hot, { shopId, by, rowsAtOnce }))
      addLines(tallies, lines, { todayOn, usual });
  let after = { productId: -1n, at: -1n };
  for (;;) {
    const rows = hot.prepareRead(NOBODYS).all({ shopId, ...after, rows: rowsAtOnce });
    const found = rows.map((raw) => nobodys.parse(raw));
    for (const one of found)
      if (one.browserId === null && one.phoneHash === null) addLines(tallies, [one], { todayOn, usual });
    const last = found.at(-1);
    if (!last || found.length < rowsAtOnce) return tallies;
    after = last;
    await setImmediate();
  }
}

async function loadUsualProducts(
  hot: Hot,
  { shopId, todayOn, rowsAtOnce }: { shopId: number; todayOn: number; rowsAtOnce: number },
): Promise<number> {
  const counts: number[] = [];
  for (const by of BUYER_COLUMNS) {
    for (let after: bigint | string = START[by]; ;) {
      const rows = hot.prepareRead(breadthsAfter(by)).all(shopId, after, todayOn, rowsAtOnce);
      const found = rows.map((raw) => breadth.parse(raw));
      for (const { products } of found) counts.push(Number(products));
      const last = found.at(-1);
      if (!last || found.length < rowsAtOnce) break;
      after = last.buyer;
      await setImmediate();
    }
  }
  return usualProducts(counts);
}

/** All lines of one buyer after the other. */
async function* buyers(
  hot: Hot,
  of: { readonly shopId: number; readonly by: BuyerColumn; readonly rowsAtOnce: number },
): AsyncGenerator<readonly Line[]> {
  const { shopId, by, rowsAtOnce } = of;
  for (let after: bigint | string = START[by]; ;) {
    const rows = hot.prepareRead(linesAfter(by)).all(shopId, after, rowsAtOnce);
    const lines = rows.map((raw) => line.parse(raw));
    const groups = [...groupedBy(lines, (one) => one.buyer)];
    const last = groups.at(-1);
    if (!last) return;
    const isAll = lines.length < rowsAtOnce;
    // The last buyer of a full page may have more lines.
    for (const [, own] of isAll ? groups : groups.slice(0, -1)) yield own;
    if (isAll) return;
    const whole = hot.prepareRead(linesOf(by)).all(shopId, last[0]);
    yield whole.map((raw) => line.parse(raw));
    after = last[0];
    await setImmediate();
  }
}

function addLines(
  tallies: Map<bigint, RepeatTally>,
  all: readonly Omit<Line, 'buyer'>[],
  { todayOn, usual }: { readonly todayOn: number; readonly usual: number },
): void {
  const lines = all.filter((one) => one.boughtOn <= todayOn);
  const visits = distinctDays(lines);
  const byProduct = groupedBy(lines, (one) => one.productId);
  const weight = buyerWeight(byProduct.size, usual);
  for (const [productId, own] of byProduct) {
    const days = distinctDays(own.filter((one) => one.isSubscription === 0n));
    if (days.length === 0) continue;
    let tally = tallies.get(productId);
    if (!tally) tallies.set(productId, (tally = emptyTally()));
    addBuyer(tally, days, visits, { todayOn, weight });
  }
}

function distinctDays(lines: readonly Pick<Line, 'boughtOn'>[]): readonly number[] {
  return [...new Set(lines.map((one) => Number(one.boughtOn)))].sort((a, b) => a - b);
}

function groupedBy<Row, Key>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): ReadonlyMap<Key, readonly Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const own = groups.get(keyOf(row));
    if (own) own.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
