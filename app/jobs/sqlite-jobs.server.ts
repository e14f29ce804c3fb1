import { z } from 'zod';
import { bigId, int, json, orNull, statement, text } from '../db/statement';
import type { Clock, Database, Jobs, LarderJobs } from '../ports';
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

// A job that took its process with it each time would do so for ever.
const GIVE_UP = statement(`
  UPDATE "Job" SET "state" = 'failed', "leaseUntil" = NULL, "error" = 'Its process died at every try.'
  WHERE "state" = 'running' AND "leaseUntil" <= :wall AND "attempts" >= :maxAttempts`);

// Two jobs of one shop exclude each other when they are of one kind or one of them excludes the whole shop (:alone).
// CROSS JOIN keeps the order: from the few kinds to their jobs, never through the whole table.
const CLAIM = statement(
  `UPDATE "Job" SET "state" = 'running', "leaseUntil" = :leaseUntil, "attempts" = "attempts" + 1, "key" = NULL
   WHERE "id" = (
     SELECT j."id" FROM "Job" j
     WHERE ((j."state" = 'waiting' AND j."dueAt" <= :now AND j."notBefore" <= :wall)
         OR (j."state" = 'running' AND j."leaseUntil" <= :wall))
       AND NOT EXISTS (SELECT 1 FROM "Job" r WHERE r."state" = 'running' AND r."leaseUntil" > :wall
                       AND (r."kind" = j."kind" OR j."kind" IN (SELECT "value" FROM texts(:alone)))
                       AND r."shopId" IS NOT DISTINCT FROM j."shopId")
       AND (j."kind" IN (SELECT "value" FROM texts(:alone)) OR j."shopId" IS NULL OR j."shopId" NOT IN (
         SELECT p."shopId" FROM texts(:alone) a CROSS JOIN "Job" p
         WHERE p."kind" = a."value" AND p."shopId" IS NOT NULL
           AND (p."state" = 'running' OR (p."state" = 'waiting' AND p."dueAt" <= :now AND p."notBefore" <= :wall))))
     ORDER BY j."dueAt", j."id" LIMIT 1)
   RETURNING "id", "kind", "shopId", "payload", "attempts"`,
  { id: bigId, kind: text, shopId: orNull(int), payload: json(z.unknown()), attempts: int },
);

const FINISH = statement(`DELETE FROM "Job" WHERE "id" = :id`);

const FAIL = statement(`
  UPDATE "Job" SET "state" = :state, "error" = :error, "notBefore" = :notBefore, "leaseUntil" = NULL WHERE "id" = :id`);

const RENEW = statement(
  `UPDATE "Job" SET "leaseUntil" = :leaseUntil WHERE "id" IN (SELECT "value" FROM numbers(:ids))`,
);

const KEEP_PLACE = statement(`UPDATE "Job" SET "payload" = :payload, "attempts" = 1 WHERE "id" = :id`);

// A recurring job that is due counts before the worker has noticed it.
const LEFT = statement(
  `SELECT (SELECT count(*) FROM "Job" WHERE "dueAt" <= :now
           AND ("state" = 'running' OR ("state" = 'waiting' AND ("attempts" < :tries OR "notBefore" <= :wall))))
        + (SELECT count(*) FROM "Schedule" WHERE "nextDueAt" <= :now) AS "n"`,
  { n: int },
);

const ENQUEUE = statement(`
  INSERT INTO "Job" ("kind", "shopId", "key", "payload", "dueAt", "notBefore", "state", "attempts")
  VALUES (:kind, :shopId, :key, :payload, :dueAt, :wall, 'waiting', 0)
  ON CONFLICT ("kind", "key") DO UPDATE SET
    "dueAt" = CASE WHEN excluded."dueAt" < "Job"."dueAt" THEN excluded."dueAt" ELSE "Job"."dueAt" END`);

const DROP_WAITING = statement(`
  DELETE FROM "Job" WHERE "shopId" = :shopId AND "state" = 'waiting'
    AND "kind" NOT IN (SELECT "value" FROM texts(:owed))`);

const FORGET_FAILED = statement(`
  DELETE FROM "Job" WHERE "state" = 'failed' AND "notBefore" < :before
    AND "kind" NOT IN (SELECT "value" FROM texts(:owed))`);

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
  const alone = idsOf(({ excludes }) => excludes === 'whole-shop');
  const times = () => ({ now: clock.now(), wall: clock.wall() });
  const leaseFrom = (wall: Date) => new Date(wall.getTime() + LEASE_MS);

  return {
    definitions,
    async enqueue(tx, { kind, shopId, key, payload, dueAt }: NewJobIn<Known>) {
      const { now, wall } = times();
      await tx.run(ENQUEUE, {
        kind,
        shopId: shopId ?? null,
        key: key ?? null,
        payload: JSON.stringify(payload ?? {}),
        dueAt: dueAt ?? now,
        wall,
      });
      setImmediate(() => this.wake());
    },
    async keepPlace(tx, id, payload) {
      await tx.run(KEEP_PLACE, { id, payload: JSON.stringify(payload) });
    },
    async dropWaiting(tx, shopId) {
      await tx.run(DROP_WAITING, { shopId, owed });
    },
    async forgetFailed() {
      const before = new Date(times().wall.getTime() - FAILED_DAYS * 86_400_000);
      await db.group((tx) => tx.run(FORGET_FAILED, { before, owed }));
    },
    wake() {
      for (const listener of listeners) listener();
    },
    onWake: (listener) => void listeners.push(listener),
    async claim() {
      const { now, wall } = times();
      return db.group(async (tx) => {
        // Two that look at once would find the same job.
        await tx.alone('jobs.claim');
        await tx.run(GIVE_UP, { wall, maxAttempts: MAX_ATTEMPTS });
        return tx.first(CLAIM, { now, wall, leaseUntil: leaseFrom(wall), alone });
      });
    },
    async finish({ id }) {
      await db.group((tx) => tx.run(FINISH, { id }));
    },
    async fail({ id, attempts }, error, terminal) {
      const state = terminal || attempts >= MAX_ATTEMPTS ? 'failed' : 'waiting';
      const notBefore = new Date(times().wall.getTime() + backOffMs(attempts));
      await db.group((tx) => tx.run(FAIL, { id, state, error: error.slice(0, 1000), notBefore }));
      return state;
    },
    async renewLeases(ids) {
      await db.group((tx) => tx.run(RENEW, { ids, leaseUntil: leaseFrom(times().wall) }));
    },
    async left() {
      const row = await db.read.first(LEFT, { ...times(), tries: TRIES_WAITED_FOR });
      return row?.n ?? 0;
    },
    async failures() {
      const rows = await db.read.prisma.job.findMany({
        where: { OR: [{ state: 'failed' }, { attempts: { gte: TRIES_WAITED_FOR } }] },
        select: { kind: true, error: true },
        orderBy: { id: 'desc' },
        take: 20,
      });
      return rows.map((row) => ({ kind: row.kind, error: row.error ?? '' }));
    },
  };
}
