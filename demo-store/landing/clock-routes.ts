import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DemoClock } from '../contract';
import type { LivedShop } from '../contract';
import { sendJson } from '../storefront/web/answer';
import { readBody } from '../storefront/web/read-body';
import type { AdvanceRuns } from './advance-runs';

const MOST_HOURS = 24 * 366;
const PATHS: readonly string[] = ['/clock', '/clock/advance', '/clock/lived', '/clock/stop'];

/**
 * `GET /clock`; `POST /clock/advance` {hours} -> 202 {id}; `POST /clock/stop`; `POST /clock` {hours} -> the report, once
 * all of it has passed; `POST /clock/lived` -> 202 {id, hours} for what the lived shop has still to live, 200 once there is
 * nothing. 400 for hours that are no whole number from 1 to a year, 409 while time is already passing.
 * @returns false when the path is none of these.
 */
export async function answerClockRequest(
  { clock, runs, lived }: { clock: DemoClock; runs: AdvanceRuns; lived: LivedShop | null },
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<boolean> {
  if (!PATHS.includes(path)) return false;
  if (request.method === 'GET') {
    sendJson(response, { nowAt: clock.now(), running: runs.running(), lastReport: runs.lastReport() });
    return true;
  }
  if (!isOwnPage(request)) {
    sendJson(response, { error: 'Only the demo store itself may move its clock.' }, 403);
    return true;
  }
  if (path === '/clock/stop') {
    runs.stop();
    sendJson(response, { stopping: true }, 202);
    return true;
  }
  if (path === '/clock/lived') {
    answerLived(runs, lived, response);
    return true;
  }
  const hours = readHours((await readBody(request)).toString('utf8'));
  if (hours === null) {
    sendJson(response, { error: `hours must be a whole number from 1 to ${MOST_HOURS}.` }, 400);
    return true;
  }
  if (runs.running()) {
    sendJson(response, { error: 'Time is already passing.' }, 409);
    return true;
  }
  const { id, finished } = runs.start(hours);
  if (path === '/clock/advance') sendJson(response, { id }, 202);
  else sendJson(response, await finished);
  return true;
}

function answerLived(runs: AdvanceRuns, lived: LivedShop | null, response: ServerResponse): void {
  if (!lived) return sendJson(response, { error: 'These shoppers have no future of their own.' }, 409);
  const hours = lived.hoursLeft();
  if (hours === 0) return sendJson(response, { hours });
  if (runs.running()) return sendJson(response, { error: 'Time is already passing.' }, 409);
  sendJson(response, { id: runs.start(hours, () => lived.setUp()).id, hours }, 202);
}

/** Other sites in the same browser must not move the clock; commands send no origin. */
function isOwnPage(request: IncomingMessage): boolean {
  const origin = request.headers.origin;
  return origin === undefined || new URL(origin).host === request.headers.host;
}

function readHours(text: string): number | null {
  try {
    const { hours } = JSON.parse(text) as { hours?: unknown };
    return typeof hours === 'number' && Number.isInteger(hours) && hours >= 1 && hours <= MOST_HOURS
      ? hours
      : null;
  } catch {
    return null;
  }
}
