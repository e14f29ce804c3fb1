import { setTimeout as pause } from 'node:timers/promises';
import type { AppClient, AppFailure } from '../contract';
import type { DemoConfig } from '../config';
import type { Installation } from './installation';
import { whyFailed } from './why-failed';
import type { Webhooks } from './webhooks/deliver-webhooks';

interface ClockAnswer {
  readonly left: { readonly inbox: number; readonly dirtyOrders: number; readonly jobs: number };
  readonly failures: readonly AppFailure[];
}

const PAUSE_MS = 20;
const STUCK_AFTER_MS = 5 * 60_000;

/** Moves the app's development clock and waits for it; see `AppClient`. */
export function createAppClient(
  config: Pick<DemoConfig, 'urls' | 'demoToken'>,
  installation: Installation,
  webhooks: Pick<Webhooks, 'settle'>,
): AppClient {
  const ask = async (init: RequestInit): Promise<ClockAnswer> => {
    const headers = { 'content-type': 'application/json', 'x-larder-demo': config.demoToken ?? '' };
    const response = await fetch(`${config.urls.app}/demo/clock`, {
      ...init,
      headers,
      signal: AbortSignal.timeout(60_000),
    });
    if (!response.ok) throw new Error(`The app's development clock answered ${response.status}.`);
    return (await response.json()) as ClockAnswer;
  };

  return {
    installed: () => installation.get().installedAt !== null,
    async stepApp(nowAt) {
      await webhooks.settle();
      if (config.demoToken === null)
        return [{ what: 'clock', error: 'LARDER_DEMO_TOKEN is not set: the app keeps its own time.' }];
      try {
        return await untilIdle(await ask({ method: 'POST', body: JSON.stringify({ nowAt }) }), () =>
          ask({ method: 'GET' }),
        );
      } catch (error) {
        return [
          {
            what: 'clock',
            error: whyFailed(error),
          },
        ];
      }
    },
  };
}

/** Asks again until nothing is left or nothing has changed for a long time. The app itself takes a while to answer while it is busy. */
async function untilIdle(
  first: ClockAnswer,
  again: () => Promise<ClockAnswer>,
): Promise<readonly AppFailure[]> {
  let answer = first;
  let movedAt = performance.now();
  while (leftIn(answer) > 0) {
    if (performance.now() - movedAt > STUCK_AFTER_MS) {
      return [
        ...answer.failures,
        { what: 'clock', error: `The app has been stuck with work left: ${JSON.stringify(answer.left)}` },
      ];
    }
    await pause(PAUSE_MS);
    const next = await again();
    if (leftIn(next) !== leftIn(answer)) movedAt = performance.now();
    answer = next;
  }
  return answer.failures;
}

function leftIn({ left }: ClockAnswer): number {
  return left.inbox + left.dirtyOrders + left.jobs;
}
