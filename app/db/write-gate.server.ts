import { AsyncLocalStorage } from 'node:async_hooks';
import pLimit from 'p-limit';

export interface WriteGate {
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Called after each write, before its caller goes on. */
  afterEach(listener: () => void): void;
  /** Resolves when everything accepted so far has run. */
  drained(): Promise<void>;
}

/**
 * Lets one writer at a time through. Every write of the process goes through one gate: a plain Prisma write made beside
 * an open transaction would join it and vanish with its rollback, and a second connection would freeze the event loop
 * until SQLite's busy timeout.
 */
export function createWriteGate(): WriteGate {
  const limit = pLimit(1);
  const inside = new AsyncLocalStorage<true>();
  const listeners: (() => void)[] = [];

  async function runAndTell<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await inside.run(true, work);
    } finally {
      for (const listener of listeners) listener();
    }
  }

  return {
    run(work) {
      if (inside.getStore()) {
        return Promise.reject(
          new Error(
            'A write was started inside another write and would wait for itself. Pass the transaction along.',
          ),
        );
      }
      return limit(() => runAndTell(work));
    },
    afterEach: (listener) => void listeners.push(listener),
    async drained() {
      await limit(() => undefined);
    },
  };
}
