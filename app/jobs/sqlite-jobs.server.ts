import { z } from 'zod';
import type { Clock, Database, HotWriter, Jobs, NewJob, Tx } from '../ports';
import { FAILED_DAYS } from './failed-days';

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

export interface JobQueue extends Jobs {
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

// Jobs of one kind for one shop never overlap, so that a handler may read, decide and write without further locks. An
// erasure runs alone in its shop, and first: what another job has read before it must not be written after it.
const CLAIM = `
  UPDATE "Job" SET "state" = 'running', "leaseUntil" = @leaseUntil, "attempts" = "attempts" + 1, "key" = NULL
  WHERE "id" = (
    SELECT j."id" FROM "Job" j
    WHERE ((j."state" = 'waiting' AND j."dueAt" <= @now AND j."notBefore" <= @wall)
        OR (j."state" = 'running' AND j."leaseUntil" <= @wall))
      AND NOT EXISTS (SELECT 1 FROM "Job" r WHERE r."state" = 'running' AND r."leaseUntil" > @wall
                      AND (r."kind" = j."kind" OR j."kind" LIKE 'privacy.%') AND r."shopId" IS j."shopId")
      AND (j."kind" LIKE 'privacy.%' OR j."shopId" IS NULL OR j."shopId" NOT IN (
        SELECT p."shopId" FROM "Job" p WHERE p."kind" LIKE 'privacy.%' AND p."shopId" IS NOT NULL
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

// An erasure is owed, however long ago it failed.
const FORGET_FAILED = `
  DELETE FROM "Job" WHERE "state" = 'failed' AND "kind" NOT LIKE 'privacy.%' AND "notBefore" < @before`;

/** Seconds before the next try: 1, 4, 16, 64 … with no more than an hour. */
export function backOffMs(attempts: number): number {
  return Math.min(4 ** (attempts - 1), 3600) * 1000;
}

/** The queue in a table of our own: a job exists exactly if the transaction that asked for it committed. */
export function createSqliteJobs(db: Database, clock: Clock): JobQueue {
  const listeners: (() => void)[] = [];
  const times = () => ({ now: clock.now().getTime(), wall: clock.wall().getTime() });
  const valuesOf = ({ kind, shopId, key, payload, dueAt }: NewJob) => {
    const { now, wall } = times();
    return [kind, shopId ?? null, key ?? null, JSON.stringify(payload ?? {}), dueAt?.getTime() ?? now, wall];
  };

  return {
    async enqueue(tx: Tx, job: NewJob) {
      await tx.$executeRawUnsafe(ENQUEUE, ...valuesOf(job));
      setImmediate(() => this.wake());
    },
    enqueueHot(hot: HotWriter, job: NewJob) {
      hot.prepare(ENQUEUE).run(...valuesOf(job));
      setImmediate(() => this.wake());
    },
    keepPlace(hot, jobId, payload) {
      hot
        .prepare('UPDATE "Job" SET "payload" = ?, "attempts" = 1 WHERE "id" = ?')
        .run(JSON.stringify(payload), jobId);
    },
    async forgetFailed() {
      const before = times().wall - FAILED_DAYS * 86_400_000;
      await db.hot.write((hot) => hot.prepare(FORGET_FAILED).run({ before }));
    },
    wake() {
      for (const listener of listeners) listener();
    },
    onWake: (listener) => void listeners.push(listener),
    async claim() {
      const { now, wall } = times();
      const row = await db.hot.write((hot) => {
        hot.prepare(GIVE_UP).run({ wall, maxAttempts: MAX_ATTEMPTS });
        return hot.prepare(CLAIM).get({ now, wall, leaseUntil: wall + LEASE_MS });
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
