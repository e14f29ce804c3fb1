import type { Ports } from '../ports';

export interface RecurringJob {
  readonly kind: string;
  /** Larder's clock. Missed runs are not replayed: one late run catches up. */
  readonly everyMs: number;
}

// Each look for work reads it.
const NEXT = `SELECT "kind", "nextDueAt" FROM "Schedule"`;

const SAVE = `
  INSERT INTO "Schedule" ("kind", "nextDueAt") VALUES (?, ?)
  ON CONFLICT ("kind") DO UPDATE SET "nextDueAt" = excluded."nextDueAt"`;

/** Enqueues the recurring jobs whose time has come, and sets their next. */
export async function startDue(
  ports: Pick<Ports, 'clock' | 'db' | 'jobs'>,
  recurring: readonly RecurringJob[],
): Promise<void> {
  const now = ports.clock.now().getTime();
  const rows = ports.db.hot.prepareRead(NEXT).all() as { kind: string; nextDueAt: bigint }[];
  const next = new Map(rows.map((row) => [row.kind, Number(row.nextDueAt)]));
  const due = recurring.filter((job) => (next.get(job.kind) ?? now) <= now);
  if (due.length === 0) return;
  await ports.db.hot.write((hot) => {
    for (const { kind, everyMs } of due) {
      ports.jobs.enqueueHot(hot, { kind, key: 'recurring' });
      hot.prepare(SAVE).run(kind, now + everyMs);
    }
  });
}
