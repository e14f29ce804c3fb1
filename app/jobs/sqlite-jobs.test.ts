import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeTestPorts, type TestPorts } from '../../test/support/test-ports';
import { backOffMs, LEASE_MS, MAX_ATTEMPTS } from './sqlite-jobs.server';
import { runJob, startWorker } from './worker.server';

let ports: TestPorts;
beforeEach(async () => {
  ports = await makeTestPorts();
});
afterEach(() => ports.close());

const enqueue = (job: Parameters<TestPorts['jobs']['enqueue']>[1]) =>
  ports.db.write((tx) => ports.jobs.enqueue(tx, job));

test('a job exists exactly if the transaction that asked for it committed', async () => {
  const asked = ports.db.write(async (tx) => {
    await ports.jobs.enqueue(tx, { kind: 'a' });
    throw new Error('rolled back');
  });
  await expect(asked).rejects.toThrow();
  expect(await ports.jobs.claim()).toBeNull();
});

test('one waiting job per key; the key is free again once its job runs; the earlier day wins', async () => {
  const later = new Date(ports.clock.now().getTime() + 1000);
  await enqueue({ kind: 'a', key: 'k', dueAt: later });
  await enqueue({ kind: 'a', key: 'k' });
  await ports.db.hot.write((hot) => ports.jobs.enqueueHot(hot, { kind: 'a', key: 'k' }));
  expect(await ports.jobs.left()).toBe(1);
  expect(await ports.jobs.claim()).toMatchObject({ kind: 'a' });
  await enqueue({ kind: 'a', key: 'k', shopId: 2 });
  expect(await ports.jobs.left()).toBe(2);
});

test("a job waits for its day on Larder's clock", async () => {
  await enqueue({ kind: 'a', dueAt: new Date('2026-11-21T00:00:00Z') });
  expect(await ports.jobs.claim()).toBeNull();
  ports.clock.set('2026-11-21T00:00:00Z');
  expect(await ports.jobs.claim()).toMatchObject({ kind: 'a' });
});

test('jobs of one kind for one shop never overlap; other shops and kinds go on', async () => {
  for (const [kind, shopId] of [
    ['a', 1],
    ['a', 1],
    ['a', 2],
    ['b', 1],
  ] as const)
    await enqueue({ kind, shopId });
  const claimed = [
    await ports.jobs.claim(),
    await ports.jobs.claim(),
    await ports.jobs.claim(),
    await ports.jobs.claim(),
  ];
  expect(claimed.map((job) => job && `${job.kind}${job.shopId}`)).toEqual(['a1', 'a2', 'b1', null]);
});

test('a job that dies with its process is taken over after its lease', async () => {
  await enqueue({ kind: 'a' });
  const first = await ports.jobs.claim();
  ports.clock.advance(LEASE_MS - 1);
  expect(await ports.jobs.claim()).toBeNull();
  ports.clock.advance(1);
  expect(await ports.jobs.claim()).toMatchObject({ id: first?.id, attempts: 2 });
});

test('a job that takes its process with it at every try ends as failed', async () => {
  await enqueue({ kind: 'a' });
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    expect(await ports.jobs.claim()).toMatchObject({ attempts: attempt });
    ports.clock.advance(LEASE_MS);
  }
  expect(await ports.jobs.claim()).toBeNull();
  expect(await ports.jobs.failures()).toEqual([{ kind: 'a', error: 'Its process died at every try.' }]);
});

test('an erasure waits for what runs in its shop, and everything else of the shop waits for it', async () => {
  await enqueue({ kind: 'a', shopId: 1 });
  const running = await ports.jobs.claim();
  await enqueue({ kind: 'privacy.erase', shopId: 1 });
  await enqueue({ kind: 'b', shopId: 1 });
  await enqueue({ kind: 'b', shopId: 2 });
  expect(await ports.jobs.claim()).toMatchObject({ kind: 'b', shopId: 2 });
  expect(await ports.jobs.claim()).toBeNull();
  if (running) await ports.jobs.finish(running);
  const erasure = await ports.jobs.claim();
  expect(erasure).toMatchObject({ kind: 'privacy.erase' });
  expect(await ports.jobs.claim()).toBeNull();
  if (erasure) await ports.jobs.finish(erasure);
  expect(await ports.jobs.claim()).toMatchObject({ kind: 'b', shopId: 1 });
});

test('the worker lives on when the end of a job cannot be kept', async () => {
  await enqueue({ kind: 'a' });
  let tries = 0;
  const queue = {
    ...ports.jobs,
    finish: () => Promise.reject(new Error('disk full')),
    fail: () => Promise.reject(new Error('disk full')),
  };
  const handlers = { a: async () => void (tries += 1) };
  const worker = startWorker(ports, { queue, handlers, recurring: [], pollMs: 5 });
  await expect.poll(() => tries).toBe(1);
  await worker.stop();
  expect(await ports.db.read.job.count({ where: { state: 'running' } })).toBe(1);
});

test('a failing job backs off and ends as failed; a terminal error ends it at once', async () => {
  const fails = async () => Promise.reject(new Error('not now'));
  await enqueue({ kind: 'a' });
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const job = await ports.jobs.claim();
    if (!job) throw new Error(`no job at attempt ${attempt}`);
    await runJob(ports, ports.jobs, { a: fails }, job);
    expect(await ports.jobs.claim()).toBeNull();
    ports.clock.advance(backOffMs(attempt));
  }
  expect(await ports.jobs.failures()).toEqual([{ kind: 'a', error: 'not now' }]);
  await enqueue({ kind: 'unknown' });
  const job = await ports.jobs.claim();
  if (job) await runJob(ports, ports.jobs, {}, job);
  expect(await ports.db.read.job.count({ where: { state: 'failed', kind: 'unknown' } })).toBe(1);
});

test('the worker runs due jobs, catches a recurring one up once, and finishes what runs before it stops', async () => {
  const ran: string[] = [];
  let release = () => {};
  const handlers = {
    slow: () => new Promise<void>((done) => (release = () => (ran.push('slow'), done()))),
    hourly: async () => void ran.push('hourly'),
  };
  await enqueue({ kind: 'slow' });
  const worker = startWorker(ports, {
    queue: ports.jobs,
    handlers,
    recurring: [{ kind: 'hourly', everyMs: 3_600_000 }],
    pollMs: 5,
  });
  await expect.poll(() => ran).toEqual(['hourly']);
  ports.clock.set('2026-11-23T12:00:00Z');
  ports.jobs.wake();
  await expect.poll(() => ran).toEqual(['hourly', 'hourly']);
  const stopped = worker.stop();
  release();
  await stopped;
  expect(ran).toEqual(['hourly', 'hourly', 'slow']);
  expect(await ports.jobs.left()).toBe(0);
});
