/**
 * The base of errors that somebody acts upon, recognised by `instanceof` even where a bundler made a second copy of their
 * module (Remix's build holds its own): what marks them is one for the whole process.
 */
export function markedError(word: string) {
  const mark = Symbol.for(`larder.error.${word}`);
  return class MarkedError extends Error {
    readonly [mark] = true;

    static override [Symbol.hasInstance](value: unknown): boolean {
      return typeof value === 'object' && value !== null && mark in value;
    }
  };
}
