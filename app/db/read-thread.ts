/** Inside the thread: a read-only connection of its own, and the steps of one module, each sent once the last was taken. */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import { cachedPrepare } from './hot-database.server';
import type { StepsModule, ThreadAnswer } from './read-steps.server';

const { file, module, input } = workerData as { file: string; module: string; input: unknown };
const port = parentPort!;
const db = new Sqlite(file, { readonly: true });
db.defaultSafeIntegers(true);
const { steps } = (await import(module)) as StepsModule<unknown, unknown>;
const send = (answer: ThreadAnswer<unknown>) => port.postMessage(answer);

for await (const step of steps({ prepareRead: cachedPrepare(db) }, input)) {
  const taken = once(port, 'message');
  send({ step });
  await taken;
}
db.close();
send({ done: true });
