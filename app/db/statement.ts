import type { ZodType } from 'zod';

/** What a parameter may be. A list is for one of the table functions of the face. */
export type SqlValue =
  number | bigint | string | boolean | Date | null | readonly (number | bigint | string | object)[];

/** How the driver hands over a column: integers as numbers, or as bigints where the statement has ids of Shopify. */
export type Stored = number | bigint | string | null;

/** Reads one column of a row. */
export interface Column<T> {
  readonly decode: (stored: Stored) => T;
  /** Whether integers must arrive whole beyond 2^53. */
  readonly isBig: boolean;
}

export type Columns = Readonly<Record<string, Column<unknown>>>;
export type RowOf<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never;
};

/** One SQL text, written once, with what goes in and what comes out. */
export interface Statement<Row, Parameters> {
  readonly sql: string;
  readonly columns: readonly (readonly [name: string, column: Column<unknown>])[];
  /** Tables by name. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** Whether its first row may be kept in memory until one of its tables is written. */
  readonly isKept: boolean;
  /** Only the types. */
  readonly of?: { readonly row: Row; readonly parameters: Parameters };
}

type Letter =
  | 'a'
  | 'b'
  | 'c'
  | 'd'
  | 'e'
  | 'f'
  | 'g'
  | 'h'
  | 'i'
  | 'j'
  | 'k'
  | 'l'
  | 'm'
  | 'n'
  | 'o'
  | 'p'
  | 'q'
  | 'r'
  | 's'
  | 't'
  | 'u'
  | 'v'
  | 'w'
  | 'x'
  | 'y'
  | 'z';
type NameOf<Text extends string, Name extends string = ''> = Text extends `${infer Next}${infer Rest}`
  ? Lowercase<Next> extends Letter
    ? NameOf<Rest, `${Name}${Next}`>
    : Name
  : Name;
type NamesIn<Text extends string, Names extends string = never> = Text extends `${string}:${infer Rest}`
  ? NamesIn<Rest, Names | Exclude<NameOf<Rest>, ''>>
  : Names;

/** The `:names` of a statement, each to be given. Where parts of the text are not known to the compiler, any. */
export type ParametersOf<Text extends string> = string extends Text
  ? Readonly<Record<string, SqlValue>>
  : { readonly [Name in NamesIn<Text>]: SqlValue };

const known: Statement<unknown, unknown>[] = [];

/** Every statement of the modules that are loaded: a test prepares them all. @internal */
export const knownStatements: readonly Statement<unknown, unknown>[] = known;

/**
 * A statement in the common subset of SQLite and PostgreSQL, with named parameters (`:name`, letters only). At the top of
 * a module only, so that no text is built while the program runs. What the two engines spell differently, the face spells
 * once, as table functions of a list parameter, which each driver writes in its own way:
 * - `numbers(:ids)`, `texts(:words)`: a list as the column "value", one a row
 * - `rows(:lines, "orderId" number, "share" real, "title" text, "isGift" flag, "at" instant, "why" json)`: a list of
 *   objects, one a row
 *
 * Common are as well: `IS NOT DISTINCT FROM` for “same or both NULL”, `ON CONFLICT ("…") DO NOTHING` or `DO UPDATE SET …`
 * with its columns named, `CASE WHEN` for the smaller of two, TRUE and FALSE, `"json" ->> 'key'`.
 * @param columns what it returns, by name; none for one that returns nothing
 * @param about `isKept` for the few rows that every request asks for and hardly anything writes (`first` alone keeps)
 */
export function statement<const Text extends string, const C extends Columns = Record<never, never>>(
  sql: Text,
  columns?: C,
  about: { readonly isKept?: boolean } = {},
): Statement<RowOf<C>, ParametersOf<Text>> {
  const made: Statement<RowOf<C>, ParametersOf<Text>> = {
    sql,
    columns: Object.entries(columns ?? {}),
    reads: tablesAfter(READS, sql),
    writes: tablesAfter(WRITES, sql),
    isKept: about.isKept ?? false,
  };
  known.push(made);
  return made;
}

const READS = /(?<!DELETE )\b(?:FROM|JOIN)\s+"(\w+)"/g;
const WRITES = /\b(?:INTO|UPDATE|DELETE FROM)\s+"(\w+)"/g;

function tablesAfter(words: RegExp, sql: string): readonly string[] {
  return [...sql.matchAll(words)].map((match) => match[1] ?? '');
}

function wrong(what: string, stored: Stored): Error {
  return new Error(`A column that should hold ${what} holds ${stored === null ? 'NULL' : typeof stored}.`);
}

function toNumber(stored: Stored): number {
  if (typeof stored === 'number') return stored;
  if (typeof stored === 'bigint') return Number(stored);
  throw wrong('a number', stored);
}

function toText(stored: Stored): string {
  if (typeof stored === 'string') return stored;
  throw wrong('text', stored);
}

/** A whole number within 2^53: counts, our own ids, sums of money in minor units. */
export const int: Column<number> = { decode: toNumber, isBig: false };
export const real: Column<number> = { ...int };
/** A day of the shop, in days since 1970. */
export const day: Column<number> = { ...int };
/** A whole number of any size: Shopify's ids. */
export const bigId: Column<bigint> = {
  decode(stored) {
    if (typeof stored === 'bigint') return stored;
    throw wrong('a large integer', stored);
  },
  isBig: true,
};
export const instant: Column<Date> = { decode: (stored) => new Date(toNumber(stored)), isBig: false };
export const flag: Column<boolean> = { decode: (stored) => toNumber(stored) === 1, isBig: false };
export const text: Column<string> = { decode: toText, isBig: false };
/** One of these words. @throws Error for another */
export function oneOf<const Word extends string>(words: readonly Word[]): Column<Word> {
  const allowed: ReadonlySet<string> = new Set(words);
  return {
    decode(stored) {
      const word = toText(stored);
      if (!allowed.has(word)) throw new Error(`“${word}” is none of ${words.join(', ')}.`);
      return word as Word;
    },
    isBig: false,
  };
}

/** JSON of a form. @throws ZodError for another */
export function json<T>(schema: ZodType<T>): Column<T> {
  return { decode: (stored) => schema.parse(JSON.parse(toText(stored))), isBig: false };
}

/** NULL as null. */
export function orNull<T>({ decode, isBig }: Column<T>): Column<T | null> {
  return { decode: (stored) => (stored === null ? null : decode(stored)), isBig };
}
