export interface WorldClock {
  /** Epoch ms: wall time and an offset. */
  now(): number;
  /** Moves forward to `at`; an instant that has passed already changes nothing. */
  moveTo(at: number): void;
}

/** A clock that shows `startAt` now and runs on with the wall. */
export function startClock(startAt: number, wallNow: () => number): WorldClock {
  let offset = startAt - wallNow();
  const now = () => wallNow() + offset;
  return {
    now,
    moveTo: (at) => {
      offset += Math.max(0, at - now());
    },
  };
}
