import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeTestPorts, type TestPorts } from '../../test/support/test-ports';
import { houseJob, shopJob, type NewJobIn } from './job-definition';
import { backOffMs, createSqliteJobs, LEASE_MS, MAX_ATTEMPTS, type JobQueue } from './sqlite-jobs.server';
import { runJob, startWorker } from './worker.server';

const JOBS = {
  a: shopJob(),
  b: shopJob(),
  house: houseJob(),
  erase: shopJob({ excludes: 'whole-shop', isOwed: true }),
};
type Jobs = typeof JOBS;

let ports: TestPorts;
let queue: JobQueue<Jobs>;
beforeEach(async () => {
  ports = await makeTestPorts();
  queue = createSqliteJobs(ports.db, ports.clock, JOBS);
});
afterEach(() => ports.close());

const enqueue = (job: NewJobIn<Jobs>) => ports.db.write((tx) => queue.enqueue(tx, job));
test('a job exists exactly if the transaction that asked for it committed', async () => {
  const asked = ports.db.write(async (tx) => {
    await queue.enqueue(tx, { kind: 'a', shopId: 1 });
    throw new Error('rolled back');
  });
  await expect(asked).rejects.toThrow();
  expect(await queue.claim()).toBeNull();
});

test('one waiting job per key; the key is free again once its job runs; the earlier day wins', async () => {
  const later = new Date(ports.clock.now().getTime() + 1000);
  await enqueue({ kind: 'a', shopId: 1, key: 'k', dueAt: later });
  await enqueue({ kind: 'a', shopId: 1, key: 'k' });
  await ports.db.group((tx) => queue.enqueue(tx, { kind: 'a', shopId: 1, key: 'k' }));
  expect(await queue.left()).toBe(1);
  expect(await queue.claim()).toMatchObject({ kind: 'a' });
  await enqueue({ kind: 'a', key: 'k', shopId: 2 });
  expect(await queue.left()).toBe(2);
});

test("a job waits for its day on Larder's clock", async () => {
  await enqueue({ kind: 'a', shopId: 1, dueAt: new Date('2026-11-21T00:00:00Z') });
  expect(await queue.claim()).toBeNull();
  ports.clock.set('2026-11-21T00:00:00Z');
  expect(await queue.claim()).toMatchObject({ kind: 'a' });
});

test('jobs of one kind for one shop never overlap; other shops and kinds go on', async () => {
  for (const [kind, shopId] of [
    ['a', 1],
    ['a', 1],
    ['a', 2],
    ['b', 1],
  ] as const)
    await enqueue({ kind, shopId });
  const claimed = [await queue.claim(), await queue.claim(), await queue.claim(), await queue.claim()];
  expect(claimed.map((job) => job && `${job.kind}${job.shopId}`)).toEqual(['a1', 'a2', 'b1', null]);
});

test('a job that dies with its process is taken over after its lease', async () => {
  await enqueue({ kind: 'a', shopId: 1 });
  const first = await queue.claim();
  ports.clock.advance(LEASE_MS - 1);
  expect(await queue.claim()).toBeNull();
  ports.clock.advance(1);
  expect(await queue.claim()).toMatchObject({ id: first?.id, attempts: 2 });
});

test('a job that takes its process with it at every try ends as failed', async () => {
  await enqueue({ kind: 'a', shopId: 1 });
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    expect(await queue.claim()).toMatchObject({ attempts: attempt });
    ports.clock.advance(LEASE_MS);
  }
  expect(await queue.claim()).toBeNull();
  expect(await queue.failures()).toEqual([{ kind: 'a', error: 'Its process died at every try.' }]);
});

test('an erasure waits for what runs in its shop, and everything else of the shop waits for it', async () => {
  await enqueue({ kind: 'a', shopId: 1 });
  const running = await queue.claim();
  await enqueue({ kind: 'erase', shopId: 1 });
  await enqueue({ kind: 'b', shopId: 1 });
  await enqueue({ kind: 'b', shopId: 2 });
  expect(await queue.claim()).toMatchObject({ kind: 'b', shopId: 2 });
  expect(await queue.claim()).toBeNull();
  if (running) await queue.finish(running);
  const erasure = await queue.claim();
  expect(erasure).toMatchObject({ kind: 'erase' });
  expect(await queue.claim()).toBeNull();
  if (erasure) await queue.finish(erasure);
  expect(await queue.claim()).toMatchObject({ kind: 'b', shopId: 1 });
});

test('the worker lives on when the end of a job cannot be kept', async () => {
  await enqueue({ kind: 'a', shopId: 1 });
  let tries = 0;
  const full = {
    ...queue,
    finish: () => Promise.reject(new Error('disk full')),
    fail: () => Promise.reject(new Error('disk full')),
  };
  const handlers = { a: async () => void (tries += 1) };
  const worker = startWorker(ports, { queue: full, handlers, recurring: [], pollMs: 5 });
  await expect.poll(() => tries).toBe(1);
  await worker.stop();
  expect(await ports.db.read.prisma.job.count({ where: { state: 'running' } })).toBe(1);
});

test('a failing job backs off and ends as failed; a terminal error ends it at once', async () => {
  const fails = async () => Promise.reject(new Error('not now'));
  await enqueue({ kind: 'a', shopId: 1 });
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const job = await queue.claim();
    if (!job) throw new Error(`no job at attempt ${attempt}`);
    await runJob(ports, queue, { a: fails }, job);
    expect(await queue.claim()).toBeNull();
    ports.clock.advance(backOffMs(attempt));
  }
  expect(await queue.failures()).toEqual([{ kind: 'a', error: 'not now' }]);
  const at = { dueAt: ports.clock.now(), notBefore: ports.clock.wall() };
  await ports.db.write((tx) => tx.prisma.job.create({ data: { kind: 'unknown', payload: {}, ...at } }));
  const job = await queue.claim();
  if (job) await runJob(ports, queue, {}, job);
  expect(await ports.db.read.prisma.job.count({ where: { state: 'failed', kind: 'unknown' } })).toBe(1);
});

test('the worker runs due jobs, catches a recurring one up once, and finishes what runs before it stops', async () => {
  const ran: string[] = [];
  let release = () => {};
  const handlers = {
    a: () => new Promise<void>((done) => (release = () => (ran.push('slow'), done()))),
    house: async () => void ran.push('house'),
  };
  await enqueue({ kind: 'a', shopId: 1 });
  const recurring = [{ kind: 'house' as const, everyMs: 3_600_000 }];
  const worker = startWorker(ports, { queue, handlers, recurring, pollMs: 5 });
  await expect.poll(() => ran).toEqual(['house']);
  ports.clock.set('2026-11-23T12:00:00Z');
  queue.wake();
  await expect.poll(() => ran).toEqual(['house', 'house']);
  const stopped = worker.stop();
  release();
  await stopped;
  expect(ran).toEqual(['house', 'house', 'slow']);
  expect(await queue.left()).toBe(0);
});
