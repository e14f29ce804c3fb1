/** The results page and its daily sums on large shops: does a page cost the same, and how fast are the sums worked out anew? */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { openDatabase } from '../app/db/open-database.server';
import type { Database } from '../app/ports';
import { loadCounting } from '../app/results/counting/recount-persons.server';
import { loadResultsPage } from '../app/results/page/load-page.server';
import { rebuildSums } from '../app/results/counting/rebuild-results.server';
import { versionSums } from '../app/results/page/result-sum-store.server';
import { NO_RETURNS } from '../test/support/test-ports';
import { wholeNumber, type Bench } from './bench';
import { fillOutcomes } from './results-shop';

const MIGRATIONS = join(import.meta.dirname, '../prisma/sqlite/migrations');
const PAGES = 15;
const NOW = new Date('2026-11-20T12:00:00Z');

interface Measured {
  readonly rows: number;
  readonly sums: number;
  readonly readMs: number;
  readonly pageMs: number;
  readonly rebuildPerS: number;
  readonly scanPerS: number;
}

export const results: Bench = {
  about:
    'page time at two sizes of shop, and working out the daily sums anew against a bare scan of the same rows',
  options: '--small 10000 --large 1000000',
  async run(options, say) {
    const small = await measure(wholeNumber(options, 'small', 10_000), say);
    const large = await measure(wholeNumber(options, 'large', 1_000_000), say);
    const growth = large.readMs / small.readMs;
    const figures = {
      'reading the sums, small (ms)': round(small.readMs),
      'reading the sums, large (ms)': round(large.readMs),
      'reading the sums, large / small': round(growth),
      'whole page, small (ms)': round(small.pageMs),
      'whole page, large (ms)': round(large.pageMs),
      'whole page, large / small': round(large.pageMs / small.pageMs),
      'daily sums, small': small.sums,
      'daily sums, large': large.sums,
      'outcomes, large': large.rows,
      'sums worked out anew (rows/s)': Math.round(large.rebuildPerS),
    };
    const reference = {
      'bare scan (rows/s)': Math.round(large.scanPerS),
      'share of the bare scan': round(large.rebuildPerS / large.scanPerS),
    };
    return { figures, reference, bar: { 'large / small at most': 2 }, pass: growth <= 2 };
  },
};

async function measure(shoppers: number, say: (line: string) => void): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'larder-bench-'));
  const file = join(folder, 'results.sqlite');
  const db = await openDatabase({ file, migrations: MIGRATIONS });
  try {
    say(`${shoppers} shoppers: filling`);
    const { shopId, layers } = await fillOutcomes(db, file, shoppers, NOW);
    const scan = bareScan(file, shopId);
    say(`${shoppers} shoppers: a bare scan of ${scan.rows} outcomes took ${scan.ms} ms`);
    const counting = await loadCounting({ db }, shopId);
    if (!counting) throw new Error('The shop is gone');
    const started = performance.now();
    const sums = await rebuildSums({ db }, counting);
    const rebuildMs = performance.now() - started;
    say(`${shoppers} shoppers: ${sums} daily sums worked out in ${Math.round(rebuildMs)} ms`);
    return {
      rows: scan.rows,
      sums,
      readMs: await median(() => readSums(db, shopId, layers)),
      pageMs: await median(async () => {
        const config = { mailReturns: NO_RETURNS };
        const clock = { now: () => NOW, wall: () => NOW };
        await loadResultsPage({ db, clock, config }, { id: shopId, timeZone: 'UTC', currency: 'GBP' });
      }),
      rebuildPerS: (scan.rows / rebuildMs) * 1000,
      scanPerS: (scan.rows / scan.ms) * 1000,
    };
  } finally {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the page asks of the sums: the newest version of each comparison. */
async function readSums(
  db: Database,
  shopId: number,
  layers: { readonly holdout: number; readonly shelf: number },
): Promise<void> {
  const onDay = Math.floor(NOW.getTime() / 86_400_000);
  await versionSums(db.read, { shopId, of: 'larder', layerId: layers.holdout, onDay, reviewedOn: null });
  await versionSums(db.read, { shopId, of: 'shelf', layerId: layers.shelf, onDay, reviewedOn: null });
}

/** Every column of every outcome, handed over row by row on a connection of its own, and nothing done with it. */
function bareScan(file: string, shopId: number): { readonly rows: number; readonly ms: number } {
  const db = new Sqlite(file, { readonly: true });
  db.defaultSafeIntegers(true);
  const started = performance.now();
  let rows = 0;
  for (const row of db.prepare('SELECT * FROM "Outcome" WHERE "shopId" = ?').iterate(shopId))
    if (row) rows += 1;
  const ms = Math.round(performance.now() - started);
  db.close();
  return { rows, ms };
}

async function median(work: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < PAGES + 3; run += 1) {
    const started = performance.now();
    await work();
    if (run >= 3) times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[Math.floor(PAGES / 2)] ?? 0;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
