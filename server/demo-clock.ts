import { z } from 'zod';
import type { BuiltPorts } from '../app/ports.server';
import { countOpenWork } from '../app/orders/count-open-work.server';

const move = z.object({ nowAt: z.number().int().positive() });

/** The demo's clock: moves Larder's time forward and says what is left to do. Only with LARDER_DEMO_TOKEN. */
export async function answerDemoClock(
  ports: BuiltPorts,
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
  const [open, jobs, failures] = await Promise.all([
    countOpenWork(ports.db.read),
    ports.jobs.left(),
    ports.jobs.failures(),
  ]);
  const answer = {
    nowAt: ports.clock.now().getTime(),
    left: { ...open, jobs },
    failures: failures.map(({ kind, error }) => ({ what: kind, error })),
  };
  return { status: 200, body: JSON.stringify(answer) };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
