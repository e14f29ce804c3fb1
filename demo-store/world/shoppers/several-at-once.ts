const BROWSERS = 4; // open at the same time

/** Acts for every item, a few of them at once. */
export async function eachAtOnce<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const work = async () => {
    for (const item of waiting) await act(item);
  };
  await Promise.all(Array.from({ length: Math.min(BROWSERS, items.length) }, work));
}

/** Null when the act fails: shoppers live on, and the failure is kept to be told. */
export async function attempt<T>(act: () => Promise<T>, failures: string[]): Promise<T | null> {
  try {
    return await act();
  } catch (error) {
    failures.push(error instanceof Error ? error.message : String(error));
    return null;
  }
}
