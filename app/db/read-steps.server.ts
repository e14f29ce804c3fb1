import { on } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { HotDatabase } from '../ports';

export type HotReader = Pick<HotDatabase, 'prepareRead'>;

/** Reads and works out without writing. What it yields is copied between threads: plain data, arrays, maps, bigints. */
export type Steps<Input, Step> = (hot: HotReader, input: Input) => AsyncIterable<Step>;

export interface StepsModule<Input, Step> {
  readonly steps: Steps<Input, Step>;
}

export type ThreadAnswer<Step> = { readonly step: Step } | { readonly done: true };

/** The steps of a module in this thread: for what is done sooner than a thread has started. */
export async function* stepsHere<Input, Step>(
  hot: HotReader,
  { steps }: StepsModule<Input, Step>,
  input: Input,
): AsyncGenerator<Step> {
  for await (const step of steps(hot, input)) {
    yield step;
    // Requests that came meanwhile go first.
    await setImmediate();
  }
}

/**
 * The same in a thread with a read-only connection, so that a long scan never holds up who is being served. The thread
 * works on the next step while the caller saves this one, and no further ahead.
 * @param module address of the file that exports `steps`
 * @throws whatever the steps throw
 */
export async function* stepsInThread<Input, Step>(
  file: string,
  module: URL,
  input: Input,
): AsyncGenerator<Step> {
  const thread = new URL('./read-thread.ts', import.meta.url).href;
  const worker = new Worker(new URL('./read-thread-start.mjs', import.meta.url), {
    workerData: { thread, file, module: module.href, input },
  });
  try {
    for await (const [answer] of on(worker, 'message', { close: ['exit'] }) as AsyncIterable<
      [ThreadAnswer<Step>]
    >) {
      if ('done' in answer) return;
      worker.postMessage('taken');
      yield answer.step;
    }
    throw new Error('The reading thread ended before its work did.');
  } finally {
    await worker.terminate();
  }
}
