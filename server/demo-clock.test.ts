import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeTestPorts, type TestPorts } from '../test/support/test-ports';
import { answerDemoClock } from './demo-clock';

let ports: TestPorts;
beforeEach(async () => {
  ports = await makeTestPorts({ config: { demoToken: 'token' } });
});
afterEach(() => ports.close());

async function move(nowAt: string) {
  const clock = { ...ports.clock, moveTo: (at: Date) => ports.clock.set(at) };
  const body = JSON.stringify({ nowAt: Date.parse(nowAt) });
  const answer = await answerDemoClock({ ...ports, clock }, { method: 'POST', token: 'token', body });
  return JSON.parse(answer.body) as { nowAt: number; left: { jobs: number } };
}

test('the clock answers as soon as the work that has come due is done', async () => {
  const dueAt = new Date('2026-11-21T00:00:00Z');
  await ports.db.write((tx) => ports.jobs.enqueue(tx, { kind: 'mail.deliver', dueAt }));
  const from = performance.now();
  const moved = move('2026-11-21T00:00:00Z');
  setTimeout(() => void ports.jobs.claim().then((job) => job && ports.jobs.finish(job)), 50);
  expect(await moved).toMatchObject({ nowAt: dueAt.getTime(), left: { jobs: 0 } });
  expect(performance.now() - from).toBeLessThan(1500);
});

test('work that takes longer is told of', async () => {
  await ports.db.write((tx) => ports.jobs.enqueue(tx, { kind: 'mail.deliver' }));
  expect(await move('2026-11-21T00:00:00Z')).toMatchObject({ left: { jobs: 1 } });
});
