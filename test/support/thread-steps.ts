/** Steps that tell in which thread they ran. */
import { threadId } from 'node:worker_threads';

export async function* steps(_sql: unknown, { fails }: { fails: boolean }): AsyncGenerator<number> {
  yield threadId;
  if (fails) throw new Error('The steps failed');
  yield threadId;
}
