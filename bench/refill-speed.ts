/** How fast forecasts are: a whole shop from a file, the nightly rebuild in the database, and one order's update. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { loadOrders } from '../app/orders/arrived-order-store.server';
import { rebuildForecasts } from '../app/refills/forecasts/rebuild-forecasts.server';
import { refreshForecasts } from '../app/refills/forecasts/refresh-forecasts.server';
import { wholeNumber, type Bench, type BenchResult } from './bench';
import { fillRefillShop, addOrder, openRefillPorts } from './refill-speed-database';
import { cpuSeconds, forecastFile, parseOnly } from './refill-speed-file';
import { makeSpeedShop, writeSpeedShop } from './refill-speed-shop';

const BAR = { ratio: 0.03, 'one order ms, median': 5, 'one order ms, p99': 5 } as const;

export const refillSpeed: Bench = {
  about: 'forecasts of a large shop from scratch against a bare parse of its file, and one order’s update',
  options: '--shoppers 100000 --orders 500',
  async run(options, say): Promise<BenchResult> {
    const shoppers = wholeNumber(options, 'shoppers', 100_000);
    const orders = wholeNumber(options, 'orders', 500);
    const folder = mkdtempSync(join(tmpdir(), 'larder-bench-'));
    try {
      const shop = makeSpeedShop(shoppers);
      const file = join(folder, 'purchases.csv');
      await writeSpeedShop(shop, file);
      say(`${shop.day.length} purchases of ${shoppers} shoppers`);
      await parseOnly(file); // compiles
      const bareFrom = cpuSeconds();
      const rows = await parseOnly(file);
      const bare = cpuSeconds() - bareFrom;
      const scratchFrom = cpuSeconds();
      const scratch = await forecastFile(file);
      const whole = cpuSeconds() - scratchFrom;
      say(`from the file: ${scratch.forecasts} forecasts, ${JSON.stringify(scratch.seconds)}`);
      const peakMb = process.resourceUsage().maxRSS / 1024;
      const database = await inDatabase(join(folder, 'larder.sqlite'), { shop, orders, say });
      const ratio = bare / whole;
      return {
        figures: {
          'rows/s (processor)': Math.round(rows / whole),
          ratio: round(ratio),
          'forecasts from scratch': scratch.forecasts,
          'peak MB': Math.round(peakMb),
          ...database,
        },
        reference: { 'rows/s (processor)': Math.round(rows / bare) },
        bar: BAR,
        pass:
          ratio >= BAR.ratio &&
          database['one order ms, median']! <= BAR['one order ms, median'] &&
          database['one order ms, p99']! <= BAR['one order ms, p99'],
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function inDatabase(
  file: string,
  about: {
    readonly shop: ReturnType<typeof makeSpeedShop>;
    readonly orders: number;
    readonly say: (line: string) => void;
  },
): Promise<Record<string, number>> {
  const { shop, orders, say } = about;
  const ports = await openRefillPorts(file);
  try {
    say('filling the database');
    const shopId = await fillRefillShop(ports, shop);
    say('rebuilding as at night');
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const [from, cpuFrom] = [performance.now(), cpuSeconds()];
    await rebuildForecasts(ports, { id: 0n, shopId, payload: undefined });
    const [seconds, cpu] = [(performance.now() - from) / 1000, cpuSeconds() - cpuFrom];
    delay.disable();
    say(`rebuilt in ${round(seconds)} s`);
    const ms: number[] = [];
    let processor = 0;
    for (let i = 0; i < orders + WARM_UP; i += 1) {
      const orderId = await addOrder(ports, shopId, shop, i);
      const [startedAt, cpuAt] = [performance.now(), cpuSeconds()];
      await refreshForecasts(ports, {
        shopId,
        orders: await loadOrders(ports.db.read, shopId, { orderIds: [orderId] }),
      });
      if (i < WARM_UP) continue;
      ms.push(performance.now() - startedAt);
      processor += cpuSeconds() - cpuAt;
    }
    ms.sort((a, b) => a - b);
    const at = (share: number) => round(ms[Math.min(ms.length - 1, Math.floor(share * ms.length))]!);
    return {
      'one order ms, median': at(0.5),
      'one order ms, p99': at(0.99),
      'one order ms, mean (processor)': round((processor / orders) * 1000),
      'rebuild s': round(seconds),
      'rebuild s (processor)': round(cpu),
      'rebuild event loop p99 ms': round(delay.percentile(99) / 1e6),
    };
  } finally {
    await ports.db.close();
  }
}

/** Compiles the code and fills the caches. */
const WARM_UP = 50;

const round = (value: number) => Math.round(value * 1e3) / 1e3;
