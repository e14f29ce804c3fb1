import type { AdvanceReport, DemoClock } from '../contract';

/** Between chunks the advance can be stopped; each chunk is one call of the clock. */
const CHUNK_HOURS = 24;

export interface Running {
  readonly id: number;
  readonly done: number; // hours
  readonly total: number; // hours
}

export interface AdvanceRuns {
  /** @param before what comes first. @returns the id of the run. @throws Error while another is under way. */
  start(hours: number, before?: () => Promise<void>): { id: number; finished: Promise<AdvanceReport> };
  /** Stops after the day under way. */
  stop(): void;
  running(): Running | null;
  lastReport(): AdvanceReport | null;
}

/** Runs of the demo's clock: in the background, with progress, one at a time. */
export function createAdvanceRuns(clock: DemoClock): AdvanceRuns {
  let current: { id: number; finished: number; total: number; stopped: boolean } | null = null;
  let last: AdvanceReport | null = null;
  let runs = 0;

  const run = async (
    state: NonNullable<typeof current>,
    before?: () => Promise<void>,
  ): Promise<AdvanceReport> => {
    let report: AdvanceReport | null = null;
    try {
      await before?.();
      while (state.finished < state.total && !state.stopped) {
        const hours = Math.min(CHUNK_HOURS, state.total - state.finished);
        report = joinReports(report, await clock.advance(hours));
        state.finished += hours;
        last = report;
      }
    } catch (error) {
      const failure = { what: 'clock', error: error instanceof Error ? error.message : String(error) };
      report = joinReports(report, { ...nothingHappened(clock.now()), failures: [failure] });
    } finally {
      current = null;
    }
    last = report ?? nothingHappened(clock.now());
    return last;
  };

  return {
    start(hours, before) {
      if (current || clock.advancing())
        throw new Error('Time is already passing. Wait for it, or stop it first.');
      runs += 1;
      current = { id: runs, finished: 0, total: hours, stopped: false };
      return { id: runs, finished: run(current, before) };
    },
    stop() {
      if (current) current.stopped = true;
    },
    running() {
      const inside = clock.advancing();
      if (current)
        return { id: current.id, done: current.finished + (inside?.hour ?? 0), total: current.total };
      return inside ? { id: 0, done: inside.hour, total: inside.hours } : null;
    },
    lastReport: () => last,
  };
}

function joinReports(before: AdvanceReport | null, next: AdvanceReport): AdvanceReport {
  if (!before) return next;
  return {
    fromAt: before.fromAt,
    toAt: next.toAt,
    ordersPlaced: before.ordersPlaced + next.ordersPlaced,
    visits: before.visits + next.visits,
    refillViews: before.refillViews + next.refillViews,
    offersSeen: before.offersSeen + next.offersSeen,
    remindersAccepted: before.remindersAccepted + next.remindersAccepted,
    mailsReceived: before.mailsReceived + next.mailsReceived,
    failures: [...before.failures, ...next.failures],
  };
}

function nothingHappened(at: number): AdvanceReport {
  return {
    fromAt: at,
    toAt: at,
    ordersPlaced: 0,
    visits: 0,
    refillViews: 0,
    offersSeen: 0,
    remindersAccepted: 0,
    mailsReceived: 0,
    failures: [],
  };
}
