import { setImmediate } from 'node:timers/promises';
import { bigId, day, flag, int, statement, text, type Column, type RowOf } from '../db/statement';
import type { Sql } from '../ports';
import { addBuyer, buyerWeight, emptyTally, usualProducts, type RepeatTally } from './repeat-tally';

/** Rows read between two pauses: requests that came meanwhile go first. */
const ROWS_AT_ONCE = 4_000;

type Buyer = bigint | string;
const ID: Column<Buyer> = bigId;
const NAME: Column<Buyer> = text;
const WHAT = { productId: bigId, boughtOn: day, isSubscription: flag };
type Bought = RowOf<typeof WHAT>;
type Line = Bought & { readonly buyer: Buyer };

const BREADTH = `count(DISTINCT "productId") AS "products" FROM "Purchase"
  WHERE "shopId" = :shopId AND "boughtOn" <= :todayOn`;
const LINES = `"productId", "boughtOn", "isSubscription" FROM "Purchase" WHERE "shopId" = :shopId`;

const breadthsAfter = (key: string, theirs: string) =>
  `SELECT ${key} AS "buyer", ${BREADTH} AND ${key} > :after ${theirs} GROUP BY ${key} ORDER BY ${key} LIMIT :rows`;
const linesAfter = (key: string, theirs: string) =>
  `SELECT ${key} AS "buyer", ${LINES} AND ${key} > :after ${theirs} ORDER BY ${key} LIMIT :rows`;
const linesOf = (key: string, theirs: string) => `SELECT ${LINES} AND ${key} = :buyer ${theirs}`;

const ACCOUNT = ['"customerId"', ''] as const;
const BROWSER = ['"browserId"', 'AND "customerId" IS NULL'] as const;
const PHONE = ['"phoneHash"', 'AND "customerId" IS NULL AND "browserId" IS NULL'] as const;

// A browser is a buyer only where no account is known, a telephone number only where neither is. Each walks its own index,
// in its order.
const BUYERS = [
  {
    start: -1n,
    breadthsAfter: statement(breadthsAfter(...ACCOUNT), { buyer: ID, products: int }),
    linesAfter: statement(linesAfter(...ACCOUNT), { buyer: ID, ...WHAT }),
    linesOf: statement(linesOf(...ACCOUNT), WHAT),
  },
  {
    start: '',
    breadthsAfter: statement(breadthsAfter(...BROWSER), { buyer: NAME, products: int }),
    linesAfter: statement(linesAfter(...BROWSER), { buyer: NAME, ...WHAT }),
    linesOf: statement(linesOf(...BROWSER), WHAT),
  },
  {
    start: '',
    breadthsAfter: statement(breadthsAfter(...PHONE), { buyer: NAME, products: int }),
    linesAfter: statement(linesAfter(...PHONE), { buyer: NAME, ...WHAT }),
    linesOf: statement(linesOf(...PHONE), WHAT),
  },
];
type Buyers = (typeof BUYERS)[number];

// Orders of nobody known: each is a buyer of its own who was not seen again. Walked in the order of lines, in steps of as
// many rows whosever they are.
const LINE_AFTER = statement(
  `SELECT "lineId" FROM "Purchase" WHERE "shopId" = :shopId AND "lineId" > :after ORDER BY "lineId" LIMIT 1 OFFSET :rows`,
  { lineId: bigId },
);
const NOBODYS = statement(
  `SELECT ${LINES} AND "lineId" > :after AND "lineId" <= :upTo AND "customerId" IS NULL AND "browserId" IS NULL
    AND "phoneHash" IS NULL
  ORDER BY "lineId"`,
  WHAT,
);
/** The least and the largest of 64 bits. */
const [FIRST_LINE, LAST_LINE] = [-(2n ** 63n), 2n ** 63n - 1n];

/**
 * How often each product was bought again, over all buyers of a shop, from what was known by `todayOn`. Subscription lines
 * count as visits, never as purchases. Reads every purchase twice, in short steps.
 */
export async function loadTallies(
  sql: Sql,
  shopId: number,
  todayOn: number,
  rowsAtOnce = ROWS_AT_ONCE,
): Promise<ReadonlyMap<bigint, Readonly<RepeatTally>>> {
  const tallies = new Map<bigint, RepeatTally>();
  const usual = await loadUsualProducts(sql, { shopId, todayOn, rowsAtOnce });
  for (const by of BUYERS)
    for await (const lines of buyers(sql, by, { shopId, rowsAtOnce }))
      addLines(tallies, lines, { todayOn, usual });
  for (let after: bigint | null = FIRST_LINE; after !== null;) {
    const upTo = await lineAfter(sql, shopId, after, rowsAtOnce);
    const lines = await sql.all(NOBODYS, { shopId, after, upTo: upTo ?? LAST_LINE });
    for (const line of lines) addLines(tallies, [line], { todayOn, usual });
    after = upTo;
    await setImmediate();
  }
  return tallies;
}

async function lineAfter(sql: Sql, shopId: number, after: bigint, rows: number): Promise<bigint | null> {
  return (await sql.first(LINE_AFTER, { shopId, after, rows }))?.lineId ?? null;
}

async function loadUsualProducts(
  sql: Sql,
  { shopId, todayOn, rowsAtOnce }: { shopId: number; todayOn: number; rowsAtOnce: number },
): Promise<number> {
  const counts: number[] = [];
  for (const { start, breadthsAfter } of BUYERS) {
    for (let after: Buyer = start; ;) {
      const found: readonly { readonly buyer: Buyer; readonly products: number }[] = await sql.all(
        breadthsAfter,
        { shopId, after, todayOn, rows: rowsAtOnce },
      );
      for (const { products } of found) counts.push(products);
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
  sql: Sql,
  by: Buyers,
  { shopId, rowsAtOnce }: { readonly shopId: number; readonly rowsAtOnce: number },
): AsyncGenerator<readonly Bought[]> {
  for (let after: Buyer = by.start; ;) {
    const lines: readonly Line[] = await sql.all(by.linesAfter, { shopId, after, rows: rowsAtOnce });
    const groups = [...groupedBy(lines, (line) => line.buyer)];
    const last = groups.at(-1);
    if (!last) return;
    const isAll = lines.length < rowsAtOnce;
    // The last buyer of a full page may have more lines.
    for (const [, own] of isAll ? groups : groups.slice(0, -1)) yield own;
    if (isAll) return;
    const whole: readonly Bought[] = await sql.all(by.linesOf, { shopId, buyer: last[0] });
    yield whole;
    after = last[0];
    await setImmediate();
  }
}

function addLines(
  tallies: Map<bigint, RepeatTally>,
  all: readonly Bought[],
  { todayOn, usual }: { readonly todayOn: number; readonly usual: number },
): void {
  const lines = all.filter((line) => line.boughtOn <= todayOn);
  const visits = distinctDays(lines);
  const byProduct = groupedBy(lines, (line) => line.productId);
  const weight = buyerWeight(byProduct.size, usual);
  for (const [productId, own] of byProduct) {
    const days = distinctDays(own.filter((line) => !line.isSubscription));
    if (days.length === 0) continue;
    let tally = tallies.get(productId);
    if (!tally) tallies.set(productId, (tally = emptyTally()));
    addBuyer(tally, days, visits, { todayOn, weight });
  }
}

function distinctDays(lines: readonly Pick<Bought, 'boughtOn'>[]): readonly number[] {
  return [...new Set(lines.map((line) => line.boughtOn))].sort((a, b) => a - b);
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
