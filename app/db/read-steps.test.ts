import { threadId } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeTestPorts, type TestPorts } from '../../test/support/test-ports';
import { stepsInThread } from './read-steps.server';

const STEPS = new URL('../../test/support/thread-steps.ts', import.meta.url);

let ports: TestPorts;
beforeEach(async () => {
  ports = await makeTestPorts();
});
afterEach(() => ports.close());

/** @returns the thread of each step */
async function run(fails = false): Promise<readonly number[]> {
  const threads: number[] = [];
  for await (const step of stepsInThread<object, number>(ports.config.databaseFile, STEPS, { fails }))
    threads.push(step);
  return threads;
}

test('a thread that is done takes up the next work; two at a time are two threads', async () => {
  const [first = 0] = await run();
  expect(first).not.toBe(threadId);
  expect(await run()).toEqual([first, first]);
  const [left, right] = await Promise.all([run(), run()]);
  expect(left).not.toEqual(right);
});

test('steps that fail end their thread and tell why; the next work finds another', async () => {
  const [first = 0] = await run();
  await expect(run(true)).rejects.toThrow('The steps failed');
  expect((await run())[0]).not.toBe(first);
});

test('whoever takes no more steps ends the thread', async () => {
  const [first = 0] = await run();
  for await (const step of stepsInThread(ports.config.databaseFile, STEPS, { fails: false })) {
    expect(step).toBe(first);
    break;
  }
  expect((await run())[0]).not.toBe(first);
});
