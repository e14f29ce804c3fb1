import type { Clock, Limits } from './ports';

/** Names remembered at once; beyond it the ones that were quiet longest are forgotten. */
const NAMES_MAX = 50_000;

interface Window {
  readonly endsMs: number;
  used: number;
}

/** Counts in this process's memory, in fixed windows of wall time. */
export function createLimits(clock: Pick<Clock, 'wall'>, namesMax = NAMES_MAX): Limits {
  const windows = new Map<string, Window>();
  return {
    allow(name, { max, windowMs }) {
      const nowMs = clock.wall().getTime();
      const running = windows.get(name);
      const window = running && running.endsMs > nowMs ? running : { endsMs: nowMs + windowMs, used: 0 };
      window.used += 1;
      // Put last, so that the first is always the one that was quiet longest.
      windows.delete(name);
      windows.set(name, window);
      if (windows.size > namesMax) {
        const [quiet] = windows.keys();
        if (quiet !== undefined) windows.delete(quiet);
      }
      return window.used <= max;
    },
  };
}
