import { z } from 'zod';
import type { Clock, Database, HotWriter, Jobs, LarderJobs, Tx } from '../ports';
import { FAILED_DAYS } from './failed-days';
import type { JobDefinition, JobDefinitions, NewJobIn } from './job-definition';

/** A claim is lost, and the job is anybody's, when its lease is not renewed for this long (wall time). */
export const LEASE_MS = 60_000;
export const MAX_ATTEMPTS = 6;
/** A job in back-off counts as left to do for this many tries; then it is reported with its error. */
export const TRIES_WAITED_FOR = 3;

export interface ClaimedJob {
  readonly id: bigint;
  readonly kind: string;
  readonly shopId: number | null;
  readonly payload: unknown;
  readonly attempts: number;
}

export interface JobQueue<Known extends JobDefinitions = LarderJobs> extends Jobs<Known> {
  readonly definitions: Known;
  claim(): Promise<ClaimedJob | null>;
  finish(job: ClaimedJob): Promise<void>;
  /** Back to waiting after a back-off, or failed for good when `terminal` or out of attempts. */
  fail(job: ClaimedJob, error: string, terminal: boolean): Promise<'waiting' | 'failed'>;
  renewLeases(ids: readonly bigint[]): Promise<void>;
  left(): Promise<number>;
  failures(): Promise<readonly { kind: string; error: string }[]>;
  onWake(listener: () => void): void;
}

const claimedRow = z.object({
  id: z.bigint(),
  kind: z.string(),
  shopId: z.bigint().nullable(),
  payload: z.string(),
  attempts: z.bigint(),
});

// A job that took its process with it each time would do so for ever.
const GIVE_UP = `
  UPDATE "Job" SET "state" = 'failed', "leaseUntil" = NULL, "error" = 'Its process died at every try.'
  WHERE "state" = 'running' AND "leaseUntil" <= @wall AND "attempts" >= @maxAttempts`;

// Two jobs of one shop exclude each other when they are of one kind or one of them excludes the whole shop (@alone).
// CROSS JOIN keeps the order: from the few kinds to their jobs, never through the whole table.
const CLAIM = `
  UPDATE "Job" SET "state" = 'running', "leaseUntil" = @leaseUntil, "attempts" = "attempts" + 1, "key" = NULL
  WHERE "id" = (
    SELECT j."id" FROM "Job" j
    WHERE ((j."state" = 'waiting' AND j."dueAt" <= @now AND j."notBefore" <= @wall)
        OR (j."state" = 'running' AND j."leaseUntil" <= @wall))
      AND NOT EXISTS (SELECT 1 FROM "Job" r WHERE r."state" = 'running' AND r."leaseUntil" > @wall
                      AND (r."kind" = j."kind" OR j."kind" IN (SELECT "value" FROM json_each(@alone)))
                      AND r."shopId" IS j."shopId")
      AND (j."kind" IN (SELECT "value" FROM json_each(@alone)) OR j."shopId" IS NULL OR j."shopId" NOT IN (
        SELECT p."shopId" FROM json_each(@alone) a CROSS JOIN "Job" p WHERE p."kind" = a."value" AND p."shopId" IS NOT NULL
          AND (p."state" = 'running' OR (p."state" = 'waiting' AND p."dueAt" <= @now AND p."notBefore" <= @wall))))
    ORDER BY j."dueAt", j."id" LIMIT 1)
  RETURNING "id", "kind", "shopId", "payload", "attempts"`;

// A recurring job that is due counts before the worker has noticed it.
const LEFT = `
  SELECT (SELECT count(*) FROM "Job" WHERE "dueAt" <= @now
          AND ("state" = 'running' OR ("state" = 'waiting' AND ("attempts" < @tries OR "notBefore" <= @wall))))
       + (SELECT count(*) FROM "Schedule" WHERE "nextDueAt" <= @now) AS n`;

const ENQUEUE = `
  INSERT INTO "Job" ("kind", "shopId", "key", "payload", "dueAt", "notBefore", "state", "attempts")
  VALUES (?, ?, ?, ?, ?, ?, 'waiting', 0)
  ON CONFLICT ("kind", "key") DO UPDATE SET "dueAt" = min("dueAt", excluded."dueAt")`;

const FORGET_FAILED = `
  DELETE FROM "Job" WHERE "state" = 'failed' AND "notBefore" < @before
    AND "kind" NOT IN (SELECT "value" FROM json_each(@owed))`;

/** Seconds before the next try: 1, 4, 16, 64 … with no more than an hour. */
export function backOffMs(attempts: number): number {
  return Math.min(4 ** (attempts - 1), 3600) * 1000;
}

/** The queue in a table of our own: a job exists exactly if the transaction that asked for it committed. */
export function createSqliteJobs<Known extends JobDefinitions>(
  db: Database,
  clock: Clock,
  definitions: Known,
): JobQueue<Known> {
  const listeners: (() => void)[] = [];
  const idsOf = (which: (definition: JobDefinition) => boolean) =>
    Object.entries(definitions).flatMap(([id, definition]) => (which(definition) ? [id] : []));
  const owed = idsOf(({ isOwed }) => isOwed);
  const alone = JSON.stringify(idsOf(({ excludes }) => excludes === 'whole-shop'));
  const times = () => ({ now: clock.now().getTime(), wall: clock.wall().getTime() });
  const valuesOf = ({ kind, shopId, key, payload, dueAt }: NewJobIn<Known>) => {
    const { now, wall } = times();
    return [kind, shopId ?? null, key ?? null, JSON.stringify(payload ?? {}), dueAt?.getTime() ?? now, wall];
  };

  return {
    definitions,
    async enqueue(tx: Tx, job: NewJobIn<Known>) {
      await tx.$executeRawUnsafe(ENQUEUE, ...valuesOf(job));
      setImmediate(() => this.wake());
    },
    enqueueHot(hot: HotWriter, job: NewJobIn<Known>) {
      hot.prepare(ENQUEUE).run(...valuesOf(job));
      setImmediate(() => this.wake());
    },
    keepPlace(hot, jobId, payload) {
      hot
        .prepare('UPDATE "Job" SET "payload" = ?, "attempts" = 1 WHERE "id" = ?')
        .run(JSON.stringify(payload), jobId);
    },
    async dropWaiting(tx, shopId) {
      await tx.job.deleteMany({ where: { shopId, state: 'waiting', kind: { notIn: owed } } });
    },
    async forgetFailed() {
      const before = times().wall - FAILED_DAYS * 86_400_000;
      await db.hot.write((hot) => hot.prepare(FORGET_FAILED).run({ before, owed: JSON.stringify(owed) }));
    },
    wake() {
      for (const listener of listeners) listener();
    },
    onWake: (listener) => void listeners.push(listener),
    async claim() {
      const { now, wall } = times();
      const row = await db.hot.write((hot) => {
        hot.prepare(GIVE_UP).run({ wall, maxAttempts: MAX_ATTEMPTS });
        return hot.prepare(CLAIM).get({ now, wall, leaseUntil: wall + LEASE_MS, alone });
      });
      if (!row) return null;
      const job = claimedRow.parse(row);
      return {
        id: job.id,
        kind: job.kind,
        shopId: job.shopId === null ? null : Number(job.shopId),
        payload: JSON.parse(job.payload) as unknown,
        attempts: Number(job.attempts),
      };
    },
    async finish(job) {
      await db.hot.write((hot) => hot.prepare('DELETE FROM "Job" WHERE "id" = ?').run(job.id));
    },
    async fail(job, error, terminal) {
      const state = terminal || job.attempts >= MAX_ATTEMPTS ? 'failed' : 'waiting';
      const notBefore = times().wall + backOffMs(job.attempts);
      await db.hot.write((hot) =>
        hot
          .prepare(
            `UPDATE "Job" SET "state" = ?, "error" = ?, "notBefore" = ?, "leaseUntil" = NULL WHERE "id" = ?`,
          )
          .run(state, error.slice(0, 1000), notBefore, job.id),
      );
      return state;
    },
    async renewLeases(ids) {
      const leaseUntil = times().wall + LEASE_MS;
      await db.hot.write((hot) => {
        for (const id of ids)
          hot.prepare('UPDATE "Job" SET "leaseUntil" = ? WHERE "id" = ?').run(leaseUntil, id);
      });
    },
    async left() {
      const row = db.hot.prepareRead(LEFT).get({ ...times(), tries: TRIES_WAITED_FOR }) as { n: bigint };
      return Number(row.n);
    },
    async failures() {
      const rows = await db.read.job.findMany({
        where: { OR: [{ state: 'failed' }, { attempts: { gte: TRIES_WAITED_FOR } }] },
        select: { kind: true, error: true },
        orderBy: { id: 'desc' },
        take: 20,
      });
      return rows.map((row) => ({ kind: row.kind, error: row.error ?? '' }));
    },
  };
}
