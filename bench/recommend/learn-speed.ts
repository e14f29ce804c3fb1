/** A night of a large shop through the real job, and lists for its shoppers afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { loadDiscoveryItems } from '../../app/recommend/feed/load-discovery-items.server';
import { learnFigures } from '../../app/recommend/learn/learn-figures.server';
import { fillRefillShop, openRefillPorts } from '../refill-speed-database';
import { cpuSeconds } from '../refill-speed-file';
import { customerId, PRODUCTS, type SpeedShop } from '../refill-speed-shop';
import { tasteLines } from '../../test/support/taste-shop';

const LISTS = 500;
/** Fifty tastes of forty products: every product has its thirty neighbours. */
const TASTES = 50;
/** The last day of `fillRefillShop`. */
const LAST_DAY = 540;

function makeLargeShop(shoppers: number): SpeedShop {
  const about = { groups: TASTES, perGroup: PRODUCTS / TASTES, taste: 0.8, untilOn: LAST_DAY };
  const lines = tasteLines({ shoppers, ...about }).sort((a, b) => a.boughtOn - b.boughtOn);
  return {
    shopper: Int32Array.from(lines, ({ buyer }) => Number(buyer.slice(1)) - 1000),
    product: Int32Array.from(lines, ({ productId }) => Number(productId) - 1),
    day: Int32Array.from(lines, ({ boughtOn }) => boughtOn),
    quantity: new Int32Array(lines.length).fill(1),
  };
}

export async function learnSpeed(
  shoppers: number,
  say: (line: string) => void,
): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'larder-bench-'));
  const ports = await openRefillPorts(join(folder, 'larder.sqlite'));
  try {
    const shop = makeLargeShop(shoppers);
    say(`filling a database with ${shop.day.length} purchases`);
    const shopId = await fillRefillShop(ports, shop);
    const before = process.memoryUsage.rss();
    let peak = before;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const [from, cpuFrom] = [performance.now(), cpuSeconds()];
    await learnFigures(ports, { shopId, payload: {} });
    const [seconds, cpu] = [(performance.now() - from) / 1000, cpuSeconds() - cpuFrom];
    delay.disable();
    clearInterval(watch);
    const ms: number[] = [];
    for (let i = 0; i < LISTS; i += 1) {
      const startedAt = performance.now();
      const value = String(customerId((i * 7919) % shoppers));
      await loadDiscoveryItems(ports, { shopId, buyer: { kind: 'account', value }, list: 'bench', count: 4 });
      ms.push(performance.now() - startedAt);
    }
    ms.sort((a, b) => a - b);
    const at = (share: number) => round(ms[Math.floor(share * (ms.length - 1))]!);
    return {
      purchases: shop.day.length,
      'neighbours kept': await ports.db.read.prisma.productNeighbour.count(),
      'learn s': round(seconds),
      'learn s (processor)': round(cpu),
      'learn, memory above before, MB': Math.round((peak - before) / 2 ** 20),
      'learn, event loop p99 ms': round(delay.percentile(99) / 1e6),
      'one list ms, median': at(0.5),
      'one list ms, p99': at(0.99),
    };
  } finally {
    await ports.db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const round = (value: number) => Math.round(value * 100) / 100;
