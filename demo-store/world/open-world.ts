import { changeWorld } from './change-world';
import { listActable } from './list-actable';
import type { ActablePerson } from './list-actable';
import { loadOrdersFile, originOfOrdersFile } from './orders-file/load-orders-file';
import type { LoadReport } from './orders-file/load-report';
import { readWorld } from './read-world';
import { seedShop } from './seed-shop';
import { advanceWorld } from './shoppers/advance-world';
import type { AdvancePlan, LifeReport } from './shoppers/advance-world';
import { readMail } from './shoppers/read-mail';
import { readShelfStock } from './shoppers/shelf-stock';
import { NO_EFFECT, TRUE_EFFECTS, type Effects } from './shoppers/true-effects';
import { readSnapshot, writeSnapshot } from './snapshot/snapshot-file';
import type { ReceivedMail, World } from './types';
import { startClock } from './world-clock';
import type { WorldClock } from './world-clock';
import type { Origin, WorldSnapshot } from './world-snapshot';
import { indexRecords } from './world-state';

interface OpenWorldOptions {
  readonly stateFile: string;
  readonly fresh?: boolean; // forget what was saved
  readonly seed?: number;
  readonly shoppers?: number;
  readonly days?: number; // of history
  readonly ordersFile?: string; // fill from a file of real orders instead
  /** What the app's acts do to shoppers, and nothing else; default: the true effects. */
  readonly effects?: Partial<Effects>;
  readonly wallNow: () => number;
  readonly onProgress?: (done: number, total: number, what: string) => void;
}

export interface OpenedWorld {
  readonly world: World;
  readonly clock: WorldClock;
  /** True when nothing was saved before (or it was to be forgotten) and the shop was just made. */
  readonly made: boolean;
  /** How the orders file was read; null for the seeded shop. */
  readonly report: LoadReport | null;
  /** Lets hours pass; with seeded shoppers, they live on. One at a time. */
  advance(plan: AdvancePlan): Promise<LifeReport>;
  /** Tells the world of a mail that arrived, so that its reader may act on it. */
  noteMail(mail: ReceivedMail): void;
  save(): Promise<void>;
  /** People one can act as on the storefront, the busiest first. `search` matches name, email and id. */
  actable(search?: string, limit?: number): readonly ActablePerson[];
}

/**
 * Opens the pretend shop: the saved one, or a new one that is saved at once.
 * @throws Error with one sentence when the saved one is damaged or was made from something else
 */
export async function openWorld(options: OpenWorldOptions): Promise<OpenedWorld> {
  const origin = await originOf(options);
  const saved = options.fresh ? null : await readSnapshot(options.stateFile);
  if (saved && !sameOrigin(saved.origin, origin)) {
    throw new Error(
      `The saved demo store ${options.stateFile} was made from ${describe(saved.origin)}, not from ${describe(origin)}. Run with --fresh to start over.`,
    );
  }
  const snapshot = saved ?? (await makeShop(options, origin));
  const { life, report } = snapshot;
  if (!saved) await writeSnapshot(options.stateFile, snapshot);
  const index = indexRecords(snapshot.records);
  const clock = startClock(snapshot.clockAt, options.wallNow);
  const world = changeWorld(
    index,
    readWorld(index, () => clock.now()),
  );
  const stock = readShelfStock(index);
  const effects = options.effects ? { ...NO_EFFECT, ...options.effects } : TRUE_EFFECTS;
  const write = () =>
    writeSnapshot(options.stateFile, { origin, clockAt: clock.now(), records: index.records, life, report });
  let saving = Promise.resolve();
  const save = () => (saving = saving.then(write, write)); // one after another: they share an unfinished file
  return {
    world,
    clock,
    made: !saved,
    report,
    advance: (plan) => advanceWorld({ world, clock, stock, effects }, life, plan),
    noteMail: (mail) => {
      if (life) readMail(life, stock, mail, clock.now());
    },
    save,
    actable: (search = '', limit = 20) =>
      listActable(index, life?.households ?? [], search, limit, clock.now()),
  };
}

async function originOf(options: OpenWorldOptions): Promise<Origin> {
  if (options.ordersFile) return originOfOrdersFile(options.ordersFile);
  return {
    kind: 'seed',
    seed: options.seed ?? 7,
    shoppers: options.shoppers ?? 2000,
    days: options.days ?? 180,
  };
}

async function makeShop(options: OpenWorldOptions, origin: Origin): Promise<WorldSnapshot> {
  const tell = options.onProgress ?? (() => undefined);
  if (origin.kind === 'orders') {
    const loaded = await loadOrdersFile(options.ordersFile ?? '', tell);
    return {
      origin,
      clockAt: loaded.endAt,
      records: loaded.records,
      life: null,
      report: loaded.report,
    };
  }
  const nowAt = options.wallNow();
  const { index, life } = seedShop({ ...origin, nowAt }, (done, total) => tell(done, total, 'shoppers'));
  return { origin, clockAt: nowAt, records: index.records, life, report: null };
}

function sameOrigin(origin: Origin, known: Origin): boolean {
  return JSON.stringify(origin) === JSON.stringify(known);
}

function describe(origin: Origin): string {
  return origin.kind === 'seed'
    ? `seed ${origin.seed}, ${origin.shoppers} shoppers and ${origin.days} days`
    : `the orders file ${origin.name} of ${origin.bytes} bytes`;
}
