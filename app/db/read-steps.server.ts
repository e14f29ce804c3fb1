import { on } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Sql } from '../ports';

/** Reads and works out without writing. What it yields is copied between threads: plain data, arrays, maps, bigints. */
export type Steps<Input, Step> = (sql: Sql, input: Input) => AsyncIterable<Step>;

export interface StepsModule<Input, Step> {
  readonly steps: Steps<Input, Step>;
}

/** What a thread is to do next. */
export interface ThreadTask {
  readonly file: string;
  readonly module: string;
  readonly input: unknown;
}

export type ThreadAnswer<Step> = { readonly step: Step } | { readonly done: true };

/** The steps of a module in this thread: for what is done sooner than a thread has started. */
export async function* stepsHere<Input, Step>(
  sql: Sql,
  { steps }: StepsModule<Input, Step>,
  input: Input,
): AsyncGenerator<Step> {
  for await (const step of steps(sql, input)) {
    yield step;
    // Requests that came meanwhile go first.
    await setImmediate();
  }
}

/**
 * The same in a thread with a read-only connection, so that a long scan never holds up who is being served. The thread
 * works on the next step while the caller saves this one, and no further ahead. When it is done it waits a while for more.
 * @param module address of the file that exports `steps`
 * @throws whatever the steps throw
 */
export async function* stepsInThread<Input, Step>(
  file: string,
  module: URL,
  input: Input,
): AsyncGenerator<Step> {
  const worker = takeThread();
  let isDone = false;
  try {
    const answers = on(worker, 'message', { close: ['exit'] }) as AsyncIterable<[ThreadAnswer<Step>]>;
    worker.postMessage({ file, module: module.href, input } satisfies ThreadTask);
    for await (const [answer] of answers) {
      if ('done' in answer) {
        isDone = true;
        return;
      }
      worker.postMessage('taken');
      yield answer.step;
    }
    throw new Error('The reading thread ended before its work did.');
  } finally {
    if (isDone) keepThread(worker);
    else await worker.terminate();
  }
}

/** A thread that waits for so long has read its sources and knows its work: starting another takes longer than a small shop. */
const KEPT_MS = 60_000;
const waiting = new Map<Worker, NodeJS.Timeout>();

function takeThread(): Worker {
  const last = [...waiting].at(-1); // so that one that is not needed any more ends
  if (last) {
    const [worker, ends] = last;
    clearTimeout(ends);
    waiting.delete(worker);
    worker.ref();
    return worker;
  }
  const thread = new URL('./read-thread.ts', import.meta.url).href;
  const worker = new Worker(new URL('./read-thread-start.mjs', import.meta.url), { workerData: { thread } });
  worker.once('exit', () => waiting.delete(worker));
  return worker;
}

/** It holds no file open and does not keep the process alive. */
function keepThread(worker: Worker): void {
  worker.unref();
  const ends = setTimeout(() => {
    waiting.delete(worker);
    void worker.terminate();
  }, KEPT_MS);
  waiting.set(worker, ends.unref());
}
