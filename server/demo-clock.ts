import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { BuiltPorts } from '../app/ports.server';
import { countOpenWork } from '../app/orders/count-open-work.server';

const move = z.object({ nowAt: z.number().int().positive() });

type ClockPorts = Pick<BuiltPorts, 'config' | 'db' | 'jobs'> & {
  readonly clock: Pick<BuiltPorts['clock'], 'now' | 'moveTo'>;
};

const WAIT_MS = 2_000;
const LOOK_EVERY_MS = 5;

/**
 * The demo's clock: moves Larder's time forward and says what is left to do, as soon as that is nothing or WAIT_MS have
 * passed. Only with LARDER_DEMO_TOKEN.
 */
export async function answerDemoClock(
  ports: ClockPorts,
  request: { method: string; token: string | undefined; body: string },
): Promise<{ status: number; body: string }> {
  if (!ports.config.demoToken || request.token !== ports.config.demoToken)
    return { status: 404, body: 'Not found' };
  if (request.method === 'POST') {
    const parsed = move.safeParse(readJson(request.body));
    if (!parsed.success) return { status: 400, body: 'nowAt must be epoch milliseconds' };
    ports.clock.moveTo(new Date(parsed.data.nowAt));
    ports.jobs.wake();
  }
  const left = await waitForIdle(ports);
  const failures = await ports.jobs.failures();
  const answer = {
    nowAt: ports.clock.now().getTime(),
    left,
    failures: failures.map(({ kind, error }) => ({ what: kind, error })),
  };
  return { status: 200, body: JSON.stringify(answer) };
}

async function waitForIdle({ db, jobs }: ClockPorts) {
  for (const until = performance.now() + WAIT_MS; ;) {
    const left = { ...(await countOpenWork(db.read)), jobs: await jobs.left() };
    if (left.inbox + left.dirtyOrders + left.jobs === 0 || performance.now() > until) return left;
    await pause(LOOK_EVERY_MS);
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
