import type { Clock } from './ports';

export interface MovableClock extends Clock {
  /** Moves Larder's time to `at`; it never moves back. */
  moveTo(at: Date): void;
}

/**
 * Larder's time is wall time plus an offset, which only the demo moves.
 * @param startAt where Larder's time stands now; null for wall time.
 */
export function createClock(startAt: Date | null, wall: () => Date = () => new Date()): MovableClock {
  let offsetMs = startAt ? startAt.getTime() - wall().getTime() : 0;
  return {
    wall,
    now: () => new Date(wall().getTime() + offsetMs),
    moveTo(at) {
      offsetMs = Math.max(offsetMs, at.getTime() - wall().getTime());
    },
  };
}
