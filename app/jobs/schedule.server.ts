import type { LarderJobs, Ports } from '../ports';
import type { HouseJobIdOf, JobDefinitions, NewJobIn } from './job-definition';
import type { JobQueue } from './sqlite-jobs.server';

export interface RecurringJob<Known extends JobDefinitions = LarderJobs> {
  readonly kind: HouseJobIdOf<Known>;
  /** Larder's clock. Missed runs are not replayed: one late run catches up. */
  readonly everyMs: number;
}

// Each look for work reads it.
const NEXT = `SELECT "kind", "nextDueAt" FROM "Schedule"`;

const SAVE = `
  INSERT INTO "Schedule" ("kind", "nextDueAt") VALUES (?, ?)
  ON CONFLICT ("kind") DO UPDATE SET "nextDueAt" = excluded."nextDueAt"`;

/** Enqueues the recurring jobs whose time has come, and sets their next. */
export async function startDue<Known extends JobDefinitions>(
  ports: Pick<Ports, 'clock' | 'db'>,
  queue: JobQueue<Known>,
  recurring: readonly RecurringJob<Known>[],
): Promise<void> {
  const now = ports.clock.now().getTime();
  const rows = ports.db.hot.prepareRead(NEXT).all() as { kind: string; nextDueAt: bigint }[];
  const next = new Map(rows.map((row) => [row.kind, Number(row.nextDueAt)]));
  const due = recurring.filter((job) => (next.get(job.kind) ?? now) <= now);
  if (due.length === 0) return;
  await ports.db.hot.write((hot) => {
    for (const { kind, everyMs } of due) {
      // That it needs nothing else says its id, which is not known here.
      queue.enqueueHot(hot, { kind, key: 'recurring' } as unknown as NewJobIn<Known>);
      hot.prepare(SAVE).run(kind, now + everyMs);
    }
  });
}
