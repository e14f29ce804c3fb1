export interface WorldClock {
  /** Epoch ms: wall time and an offset. */
  now(): number;
  /** Moves forward. @throws Error when asked to go back */
  moveTo(at: number): void;
}

/** A clock that shows `startAt` now and runs on with the wall. */
export function startClock(startAt: number, wallNow: () => number): WorldClock {
  let offset = startAt - wallNow();
  const now = () => wallNow() + offset;
  return {
    now,
    moveTo: (at) => {
      const ahead = at - now();
      if (ahead < 0) throw new Error(`The clock only moves forward, and ${-ahead} ms back were asked for.`);
      offset += ahead;
    },
  };
}
