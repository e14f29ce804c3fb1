import { AsyncLocalStorage } from 'node:async_hooks';
import pLimit from 'p-limit';

export const NESTED =
  'A write was started inside another write and would wait for itself. Pass the transaction along.';

export interface WriteGate {
  /** @throws Error inside another write, where that is looked for */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Whether the caller is known to be a write that the gate let through. */
  isInside(): boolean;
  /** Called after each write, before its caller goes on. */
  afterEach(listener: () => void): void;
  /** Resolves when everything accepted so far has run. */
  drained(): Promise<void>;
}

/**
 * Lets one writer at a time through. Every write of the process goes through one gate: a plain Prisma write made beside
 * an open transaction would join it and vanish with its rollback, and a second connection would freeze the event loop
 * until SQLite's busy timeout.
 * @param findsNested refuses a write inside another at once, instead of letting the outer one run out of time. For tests:
 *   knowing where a promise comes from costs every promise of the process on this Node (a quarter of a shelf's answer)
 */
export function createWriteGate({ findsNested }: { readonly findsNested: boolean }): WriteGate {
  const limit = pLimit(1);
  const inside = findsNested ? new AsyncLocalStorage<true>() : null;
  const listeners: (() => void)[] = [];

  async function runAndTell<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await (inside ? inside.run(true, work) : work());
    } finally {
      for (const listener of listeners) listener();
    }
  }

  return {
    run(work) {
      if (inside?.getStore()) return Promise.reject(new Error(NESTED));
      return limit(() => runAndTell(work));
    },
    isInside: () => inside?.getStore() === true,
    afterEach: (listener) => void listeners.push(listener),
    async drained() {
      await limit(() => undefined);
    },
  };
}
