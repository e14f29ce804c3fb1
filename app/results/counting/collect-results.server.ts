import type { JobOf, Ports, Writer } from '../../ports';
import { loadShop } from '../../shops/shop-store.server';
import {
  drawsAfter,
  exposuresAfter,
  loadCursor,
  saveDrawCursor,
  saveExposureCursor,
  type PlacedDraw,
} from './cursor-store.server';
import { fixLimits } from './fix-limits.server';
import { hasLayer } from './limit-store.server';
import { personsOfKeys, personsOfOrders } from './person-store.server';
import { rebuildOutcomes, rebuildSums } from './rebuild-results.server';
import { loadCounting, recountPersons, type Counting } from './recount-persons.server';

const ROWS_AT_ONCE = 200;
/** Draws are looked at again for so long: a clock may step back. */
const OVERLAP_MS = 3_600_000;

/** Asks for the persons behind these orders to be counted anew; nothing to do before a tactic was ever switched on. */
export async function countLater(
  ports: Pick<Ports, 'db' | 'jobs'>,
  { shopId, orderIds }: { readonly shopId: number; readonly orderIds: readonly bigint[] },
): Promise<void> {
  if (!(await hasLayer(ports.db.read, shopId))) return;
  const payload = { orderIds: orderIds.map(String) };
  await ports.db.group((tx) => ports.jobs.enqueue(tx, { kind: 'results.collect', shopId, payload }));
}

/**
 * Job `results.collect`: brings outcomes and daily sums up to date, for those whom its payload names (`jobs.ts`).
 */
export async function collectResults(ports: Pick<Ports, 'db'>, job: JobOf<'results.collect'>): Promise<void> {
  const shop = await loadShop(ports.db.read, job.shopId);
  if (!shop) return;
  const { orderIds = [], keyIds = [], rebuild = false } = job.payload;
  const { read } = ports.db;
  const hasNewLimit = await fixLimits(ports, shop);
  const counting = await loadCounting(ports, shop.id);
  if (!counting) return;
  if (hasNewLimit) await rebuildSums(ports, counting);

  if (rebuild) {
    await rebuildOutcomes(ports, counting);
    await rebuildSums(ports, counting);
  } else if (orderIds.length + keyIds.length > 0) {
    const ofOrders = await personsOfOrders(read, shop.id, orderIds);
    const ofKeys = await personsOfKeys(read, shop.id, keyIds);
    await recountPersons(ports, counting, [...ofOrders, ...ofKeys]);
  } else {
    await takeUpExposures(ports, counting);
    await takeUpDraws(ports, counting);
  }
}

async function takeUpExposures(ports: Pick<Ports, 'db'>, counting: Counting): Promise<void> {
  const { read } = ports.db;
  const shopId = counting.shop.id;
  for (let { exposureId } = await loadCursor(read, shopId); ;) {
    const fresh = await exposuresAfter(read, shopId, exposureId, ROWS_AT_ONCE);
    const last = fresh.at(-1);
    if (!last) return;
    exposureId = last.id;
    const save = (tx: Writer) => saveExposureCursor(tx, shopId, last.id);
    await recountPersons(ports, counting, [...new Set(fresh.map((row) => row.personId))], save);
  }
}

/** Whoever was drawn without an exposure that followed: it must not go unnoticed. */
async function takeUpDraws(ports: Pick<Ports, 'db'>, counting: Counting): Promise<void> {
  const { read } = ports.db;
  const shopId = counting.shop.id;
  const { drawnAt } = await loadCursor(read, shopId);
  for (let after: PlacedDraw = { drawnAt: new Date(drawnAt.getTime() - OVERLAP_MS), keyId: 0 }; ;) {
    const draws = await drawsAfter(read, shopId, after, ROWS_AT_ONCE);
    const last = draws.at(-1);
    if (!last) return;
    after = last;
    const persons = new Set(draws.flatMap((draw) => (draw.isKnown ? [] : draw.personId)));
    const reached = last.drawnAt > drawnAt ? last.drawnAt : drawnAt;
    await recountPersons(ports, counting, [...persons], (tx) => saveDrawCursor(tx, shopId, reached));
  }
}
