/** Inside the thread: for each task a read-only connection of its own, and the steps of one module, each sent once the last was taken. */
import { on, once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import type { StepsModule, ThreadAnswer, ThreadTask } from './read-steps.server';
import { sqlOfThread } from './sqlite-sql';

const port = parentPort!;
const send = (answer: ThreadAnswer<unknown>) => port.postMessage(answer);

async function work({ file, module, input }: ThreadTask): Promise<void> {
  const db = new Sqlite(file, { readonly: true });
  const { steps } = (await import(module)) as StepsModule<unknown, unknown>;
  for await (const step of steps(sqlOfThread(db), input)) {
    const taken = once(port, 'message');
    send({ step });
    await taken;
  }
  db.close();
  send({ done: true });
}

for await (const [message] of on(port, 'message') as AsyncIterable<[ThreadTask | 'taken']>)
  if (message !== 'taken') await work(message);
