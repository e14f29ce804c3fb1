import { instant, statement, text } from '../db/statement';
import type { LarderJobs, Ports } from '../ports';
import type { HouseJobIdOf, JobDefinitions, NewJobIn } from './job-definition';
import type { JobQueue } from './sqlite-jobs.server';

export interface RecurringJob<Known extends JobDefinitions = LarderJobs> {
  readonly kind: HouseJobIdOf<Known>;
  /** Larder's clock. Missed runs are not replayed: one late run catches up. */
  readonly everyMs: number;
}

// Each look for work reads it.
const NEXT = statement(`SELECT "kind", "nextDueAt" FROM "Schedule"`, { kind: text, nextDueAt: instant });

const SAVE = statement(`
  INSERT INTO "Schedule" ("kind", "nextDueAt") VALUES (:kind, :nextDueAt)
  ON CONFLICT ("kind") DO UPDATE SET "nextDueAt" = excluded."nextDueAt"`);

/** Enqueues the recurring jobs whose time has come, and sets their next. */
export async function startDue<Known extends JobDefinitions>(
  ports: Pick<Ports, 'clock' | 'db'>,
  queue: JobQueue<Known>,
  recurring: readonly RecurringJob<Known>[],
): Promise<void> {
  const now = ports.clock.now().getTime();
  const rows = await ports.db.read.all(NEXT, {});
  const next = new Map(rows.map((row) => [row.kind, row.nextDueAt.getTime()]));
  const due = recurring.filter((job) => (next.get(job.kind) ?? now) <= now);
  if (due.length === 0) return;
  await ports.db.group(async (tx) => {
    for (const { kind, everyMs } of due) {
      // That it needs nothing else says its id, which is not known here.
      await queue.enqueue(tx, { kind, key: 'recurring' } as unknown as NewJobIn<Known>);
      await tx.run(SAVE, { kind, nextDueAt: new Date(now + everyMs) });
    }
  });
}
