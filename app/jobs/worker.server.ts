import { AsyncResource } from 'node:async_hooks';
import { TerminalJobError, type JobHandlers, type Ports } from '../ports';
import { ShopGone } from '../shopify/admin-errors';
import { withoutSecrets } from '../without-secrets';
import type { JobDefinitions } from './job-definition';
import { startDue, type RecurringJob } from './schedule.server';
import { LEASE_MS, type ClaimedJob, type JobQueue } from './sqlite-jobs.server';

export interface Worker {
  /** Takes no new job and resolves when the running ones have ended. */
  stop(): Promise<void>;
}

export interface WorkerOptions<Known extends JobDefinitions> {
  readonly queue: JobQueue<Known>;
  readonly handlers: Partial<JobHandlers<Known>>;
  readonly recurring: readonly RecurringJob<Known>[];
  readonly concurrency?: number;
  readonly pollMs?: number;
}

/** Runs due jobs and starts recurring ones, in this process, until stopped. */
export function startWorker<Known extends JobDefinitions>(
  ports: Ports,
  options: WorkerOptions<Known>,
): Worker {
  const { queue, handlers, recurring, concurrency = 4, pollMs = 500 } = options;
  const running = new Map<bigint, Promise<void>>();
  let stopping = false;
  let looking: Promise<void> | null = null;
  let again = false;

  async function look(): Promise<void> {
    await startDue(ports, queue, recurring);
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
export async function runJob<Known extends JobDefinitions>(
  ports: Ports,
  queue: JobQueue<Known>,
  handlers: Partial<JobHandlers<Known>>,
  job: ClaimedJob,
): Promise<void> {
  try {
    await handle(ports, queue, handlers, job);
    await queue.finish(job);
  } catch (error) {
    const terminal = error instanceof TerminalJobError || error instanceof ShopGone;
    const message = withoutSecrets(error instanceof Error ? error.message : String(error));
    const state = await queue.fail(job, message, terminal);
    ports.log.warn(
      { job: job.kind, shopId: job.shopId, attempts: job.attempts, state, err: error },
      'Job failed',
    );
  }
}

async function handle<Known extends JobDefinitions>(
  ports: Ports,
  { definitions }: JobQueue<Known>,
  handlers: Partial<JobHandlers<Known>>,
  { id, kind, shopId, payload }: ClaimedJob,
): Promise<void> {
  const definition = definitions[kind];
  const handler = handlers[kind];
  if (!definition || !handler) throw new TerminalJobError(`No handler for job ${kind}`);
  if ((shopId === null) !== (definition.of === 'no-shop'))
    throw new TerminalJobError(`Job ${kind} is ${definition.of === 'shop' ? 'one of a shop' : 'no shop’s'}`);
  const job = { id, shopId, payload: definition.payload.parse(payload) };
  await handler(ports, job as Parameters<typeof handler>[1]);
}
