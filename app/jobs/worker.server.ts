import { AsyncResource } from 'node:async_hooks';
import type { JobHandler, Ports } from '../ports';
import { withoutSecrets } from '../without-secrets';
import { startDue, type RecurringJob } from './schedule.server';
import { LEASE_MS, type ClaimedJob, type JobQueue } from './sqlite-jobs.server';

/** Errors after which trying again cannot help: a handler's own word, and a shop that has left. */
const TERMINAL: ReadonlySet<string> = new Set(['TerminalJobError', 'ShopGone']);

export interface Worker {
  /** Takes no new job and resolves when the running ones have ended. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  readonly queue: JobQueue;
  readonly handlers: Readonly<Record<string, JobHandler>>;
  readonly recurring: readonly RecurringJob[];
  readonly concurrency?: number;
  readonly pollMs?: number;
}

/** Runs due jobs and starts recurring ones, in this process, until stopped. */
export function startWorker(ports: Ports, options: WorkerOptions): Worker {
  const { queue, handlers, recurring, concurrency = 4, pollMs = 500 } = options;
  const running = new Map<bigint, Promise<void>>();
  let stopping = false;
  let looking: Promise<void> | null = null;
  let again = false;

  async function look(): Promise<void> {
    await startDue(ports, recurring);
    while (!stopping && running.size < concurrency) {
      const job = await queue.claim();
      if (!job) return;
      const work = runJob(ports, queue, handlers, job)
        // Its end could not be kept (a full disk): the process lives on, and the job is taken over after its lease.
        .catch((err: unknown) =>
          ports.log.error({ err, job: job.kind }, 'The end of a job could not be kept'),
        )
        .finally(() => {
          running.delete(job.id);
          wake();
        });
      running.set(job.id, work);
    }
  }

  function wake(): void {
    if (stopping) return;
    again = true;
    looking ??= (async () => {
      try {
        while (again && !stopping) {
          again = false;
          await look();
        }
      } catch (error) {
        ports.log.error({ err: error }, 'The worker could not look for jobs; it tries again');
      } finally {
        looking = null;
      }
    })();
  }

  // Jobs are enqueued inside writes; what they wake up is no part of those.
  queue.onWake(AsyncResource.bind(wake));
  const poll = setInterval(wake, pollMs);
  const heartbeat = setInterval(() => {
    if (running.size > 0)
      void queue.renewLeases([...running.keys()]).catch((err) => ports.log.error({ err }, 'lease'));
  }, LEASE_MS / 3);
  wake();

  return {
    async stop() {
      stopping = true;
      clearInterval(poll);
      await looking;
      await Promise.all(running.values());
      clearInterval(heartbeat);
    },
  };
}

/** One job, whatever happens: its row ends as done, waiting for another try, or failed. */
export async function runJob(
  ports: Ports,
  queue: JobQueue,
  handlers: Readonly<Record<string, JobHandler>>,
  job: ClaimedJob,
): Promise<void> {
  const handler = handlers[job.kind];
  try {
    if (!handler)
      throw Object.assign(new Error(`No handler for job ${job.kind}`), { name: 'TerminalJobError' });
    await handler(ports, { id: job.id, shopId: job.shopId, payload: job.payload });
    await queue.finish(job);
  } catch (error) {
    const terminal = error instanceof Error && TERMINAL.has(error.name);
    const message = withoutSecrets(error instanceof Error ? error.message : String(error));
    const state = await queue.fail(job, message, terminal);
    ports.log.warn(
      { job: job.kind, shopId: job.shopId, attempts: job.attempts, state, err: error },
      'Job failed',
    );
  }
}
