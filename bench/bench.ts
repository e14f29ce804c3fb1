/** What a benchmark found: its figures, what they are held against in the same run, and what they have to reach. */
export interface BenchResult {
  readonly figures: Readonly<Record<string, number>>;
  readonly reference: Readonly<Record<string, number>>;
  readonly bar: Readonly<Record<string, number>>;
  readonly pass: boolean;
}

/** `--name value` pairs behind the benchmark's name. */
export type BenchOptions = Readonly<Record<string, string>>;

export interface Bench {
  readonly about: string;
  /** The options it knows, for `--list`. */
  readonly options: string;
  run(options: BenchOptions, say: (line: string) => void): Promise<BenchResult>;
}

/**
 * A whole number among the options.
 * @throws Error naming the option when it is none.
 */
export function wholeNumber(options: BenchOptions, name: string, otherwise: number): number {
  const text = options[name];
  if (text === undefined) return otherwise;
  if (!/^\d+$/.test(text)) throw new Error(`--${name} takes a whole number, not "${text}"`);
  return Number(text);
}
