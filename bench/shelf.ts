/** The shelf's decision over HTTP, held against a bare node:http server in the same run. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { openDatabase } from '../app/db/open-database.server';
import { int, statement } from '../app/db/statement';
import { MIGRATIONS } from '../app/ports.server';
import { wholeNumber, type Bench } from './bench';
import { makeRequests, type ShelfRequest } from './shelf-requests';
import { fillShop } from './shelf-shop';
import { startProcess, type ServingProcess } from './start-process';

const SECRET = 'a-secret-for-this-benchmark';
const CONNECTIONS = 50;
const BAR = { ratio: 0.15, p99Ms: 10, exposuresLost: 0 } as const;

export const shelf: Bench = {
  about: 'shelf decisions a second, latency and durability against a bare server',
  options: '--shoppers 100000 --seconds 10',
  async run(options, say) {
    const shoppers = wholeNumber(options, 'shoppers', 100_000);
    const seconds = wholeNumber(options, 'seconds', 10);
    const folder = mkdtempSync(join(tmpdir(), 'larder-bench-'));
    const file = join(folder, 'larder.sqlite');
    const env = {
      DATABASE_URL: `file:${file}`,
      SHOPIFY_API_KEY: 'bench',
      SHOPIFY_API_SECRET: SECRET,
      SHOPIFY_APP_URL: 'https://larder.example.test',
      ENCRYPTION_KEY: randomBytes(32).toString('base64'),
      SMTP_URL: 'smtp://localhost:25', // nothing is sent
      MAIL_FROM: 'reminders@larder.example',
      LOG_LEVEL: 'warn',
    };
    try {
      say(`filling a shop with ${shoppers} shoppers`);
      const db = await openDatabase({ file, migrations: MIGRATIONS });
      await fillShop(db, shoppers, new Date());
      await db.close();

      // Half of them have something due and would reach their cap after three views each.
      const count = Math.min(20_000 * (seconds + 2), shoppers * 3);
      const requests = makeRequests(count, shoppers, SECRET, new Date());
      say('measuring the bare server');
      const bareProcess = await startProcess(new URL('./bare-process.ts', import.meta.url));
      const bare = await warmThenLoad(bareProcess, requests, seconds).finally(() => bareProcess.kill());
      say('measuring the shelf');
      const appProcess = await startProcess(new URL('./shelf-app-process.ts', import.meta.url), env);
      const app = await warmThenLoad(appProcess, requests, seconds).finally(() => appProcess.kill());
      const exposuresLost = await countLost(file, app.answered);

      const ratio = app.perSecond / bare.perSecond;
      const figures = {
        perSecond: Math.round(app.perSecond),
        ratio: Math.round(ratio * 1000) / 1000,
        p50Ms: app.p50Ms,
        p99Ms: app.p99Ms,
        cpuMicros: app.cpuMicros,
        exposures: app.answered.length,
        exposuresLost,
        failures: app.failures,
      };
      const pass = ratio >= BAR.ratio && app.p99Ms <= BAR.p99Ms && exposuresLost === 0 && app.failures === 0;
      const reference = {
        perSecond: Math.round(bare.perSecond),
        p99Ms: bare.p99Ms,
        cpuMicros: bare.cpuMicros,
      };
      return { figures, reference, bar: BAR, pass };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

interface Load {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Page views of shoppers with something due that were answered. */
  readonly answered: readonly string[];
  readonly failures: number;
}

interface MeasuredLoad extends Load {
  /** The server's processor time per request. */
  readonly cpuMicros: number;
}

/** The first requests compile the code and fill the caches; they are taken from the list's end. */
async function warmThenLoad(
  server: ServingProcess,
  requests: readonly ShelfRequest[],
  seconds: number,
): Promise<MeasuredLoad> {
  const warm = Math.floor(requests.length / 6);
  await load(server.url, requests.slice(-warm), 2);
  const before = await server.cpuMicros();
  const measured = await load(server.url, requests.slice(0, -warm), seconds);
  const used = (await server.cpuMicros()) - before;
  return { ...measured, cpuMicros: Math.round(used / (measured.perSecond * seconds)) };
}

async function load(url: string, requests: readonly ShelfRequest[], seconds: number): Promise<Load> {
  let next = 0;
  let failures = 0;
  const answered: string[] = [];
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    requests: [
      {
        setupRequest(request, context) {
          const shelfRequest = requests[next++ % requests.length];
          if (!shelfRequest) return request;
          Object.assign(context, { shelfRequest });
          return { ...request, path: shelfRequest.path };
        },
        onResponse(status, _body, context) {
          const { shelfRequest } = context as { shelfRequest?: ShelfRequest };
          if (status !== 200 && status !== 204) failures += 1;
          else if (shelfRequest?.kind === 'items') answered.push(shelfRequest.view);
        },
      },
    ],
  });
  failures += result.errors + result.timeouts;
  const { p50, p99 } = result.latency;
  return { perSecond: result.requests.average, p50Ms: p50, p99Ms: p99, answered, failures };
}

const KEPT = statement(
  `SELECT count(*) AS "n" FROM "Exposure" WHERE "shopId" = 1 AND "tactic" = 'shelf'
    AND "businessKey" IN (SELECT "value" FROM texts(:views))`,
  { n: int },
);

/** How many answered views' exposures did not survive the death of the process. */
async function countLost(file: string, answered: readonly string[]): Promise<number> {
  const db = await openDatabase({ file, migrations: MIGRATIONS });
  const views = [...new Set(answered)];
  const kept = await db.read.first(KEPT, { views });
  await db.close();
  return views.length - (kept?.n ?? 0);
}
