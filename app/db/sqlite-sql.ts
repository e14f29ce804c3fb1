import type Sqlite from 'better-sqlite3';
import type { Sql } from '../ports';
import type { KeptAnswers } from './kept-answers';
import type { Column, SqlValue, Statement, Stored } from './statement';

interface Prepared {
  readonly run: (args: readonly unknown[]) => number;
  readonly all: (args: readonly unknown[]) => Stored[][];
  readonly get: (args: readonly unknown[]) => Stored[] | undefined;
  readonly iterate: (args: readonly unknown[]) => IterableIterator<Stored[]>;
  /** In the order in which the text asks for them. */
  readonly names: readonly string[];
  readonly decode: (row: Stored[]) => unknown;
}

export type Parameters = Readonly<Record<string, SqlValue>>;

/** Statements on one connection, prepared once. Its answers are there at once; only its face is asynchronous. */
export interface SqliteStatements {
  all<Row>(statement: Statement<Row, unknown>, parameters: Parameters): Row[];
  first<Row>(statement: Statement<Row, unknown>, parameters: Parameters): Row | null;
  run(statement: Statement<unknown, unknown>, parameters: Parameters): number;
  iterate<Row>(statement: Statement<Row, unknown>, parameters: Parameters): IterableIterator<Row>;
  /** @throws Error when the text is no SQL of this database, or returns other columns than it says. */
  prepare(statement: Statement<unknown, unknown>): void;
}

/** @param kept answers that may be taken from memory, and are kept there */
export function sqliteStatements(db: Sqlite.Database, kept?: Pick<KeptAnswers, 'answer'>): SqliteStatements {
  const cache = new Map<Statement<unknown, unknown>, Prepared>();
  const prepared = (statement: Statement<unknown, unknown>): Prepared => {
    let found = cache.get(statement);
    if (!found) cache.set(statement, (found = prepare(db, statement)));
    return found;
  };
  return {
    all<Row>(statement: Statement<Row, unknown>, parameters: Parameters) {
      const { all, names, decode } = prepared(statement);
      return all(valuesOf(names, parameters)).map(decode) as Row[];
    },
    first<Row>(statement: Statement<Row, unknown>, parameters: Parameters) {
      const found = prepared(statement);
      const values = valuesOf(found.names, parameters);
      return kept && statement.isKept
        ? kept.answer(statement, values, () => firstOf<Row>(found, values))
        : firstOf<Row>(found, values);
    },
    run(statement, parameters) {
      const { run, names } = prepared(statement);
      return run(valuesOf(names, parameters));
    },
    *iterate<Row>(statement: Statement<Row, unknown>, parameters: Parameters) {
      const { iterate, names, decode } = prepared(statement);
      for (const row of iterate(valuesOf(names, parameters))) yield decode(row) as Row;
    },
    prepare: (statement) => void prepared(statement),
  };
}

function firstOf<Row>({ get, decode }: Prepared, values: readonly unknown[]): Row | null {
  const row = get(values);
  return row ? (decode(row) as Row) : null;
}

/** The asynchronous face of a connection that is asked where it stands: `statements` is called for each use. */
export function sqlOver(statements: () => SqliteStatements): Sql {
  return {
    all: async (statement, parameters) => statements().all(statement, parameters as Parameters),
    first: async (statement, parameters) => statements().first(statement, parameters as Parameters),
    run: async (statement, parameters) => statements().run(statement, parameters as Parameters),
    // A cursor left open would hold the connection: rows are taken at once, and long scans run in a thread (read-steps).
    async *each(statement, parameters) {
      yield* statements().all(statement, parameters as Parameters);
    },
  };
}

/** The same on a connection that nobody else uses: `each` takes one row at a time. */
export function sqlOfThread(db: Sqlite.Database): Sql {
  const statements = sqliteStatements(db);
  return {
    ...sqlOver(() => statements),
    each: (statement, parameters) => oneByOne(statements.iterate(statement, parameters as Parameters)),
  };
}

/** By hand: an asynchronous generator takes half as long again for each row. */
function oneByOne<Row>(rows: IterableIterator<Row>): AsyncIterable<Row> {
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => Promise.resolve(rows.next()),
      return: () => Promise.resolve(rows.return?.() ?? { done: true, value: undefined }),
    }),
  };
}

const NAME = /:([A-Za-z]+)/g;
const LIST = /\b(?:numbers|texts)\((:[A-Za-z]+)\)/g;
const ROWS = /\brows\((:[A-Za-z]+),\s*([^)]*)\)/g;
const FIELD = /"(\w+)" (?:number|real|text|flag|instant|json)/g;

/** The table functions of the face (statement.ts) as SQLite has them. */
function inSqlite(sql: string): string {
  return sql
    .replace(LIST, '(SELECT "value" FROM json_each($1))')
    .replace(
      ROWS,
      (_, name: string, fields: string) =>
        `(SELECT ${fields.replace(FIELD, `"value" ->> '$1' AS "$1"`)} FROM json_each(${name}))`,
    );
}

function prepare(db: Sqlite.Database, { sql, columns }: Statement<unknown, unknown>): Prepared {
  const names: string[] = [];
  const ordered = inSqlite(sql).replace(NAME, (_, name: string) => {
    names.push(name);
    return '?';
  });
  const made = db.prepare<unknown[], Stored[]>(ordered);
  made.safeIntegers(columns.some(([, column]) => column.isBig));
  if (made.reader) made.raw(true);
  return {
    names,
    decode: decoder(made.reader ? made.columns().map(({ name }) => name) : [], columns, sql),
    run: (args) => (made.reader ? made.all(...args).length : made.run(...args).changes),
    all: (args) => made.all(...args),
    get: (args) => made.get(...args),
    iterate: (args) => made.iterate(...args),
  };
}

/** Rows arrive as lists, in the order in which SQL names the columns. */
function decoder(
  returned: readonly string[],
  columns: readonly (readonly [string, Column<unknown>])[],
  sql: string,
): (row: Stored[]) => unknown {
  const missing = columns.filter(([name]) => !returned.includes(name)).map(([name]) => name);
  const undeclared = returned.filter((name) => !columns.some(([declared]) => declared === name));
  if (missing.length + undeclared.length > 0)
    throw new Error(
      `A statement must declare the columns that it returns (missing in the SQL: ${missing.join(', ') || 'none'}; not declared: ${undeclared.join(', ') || 'none'}): ${sql}`,
    );
  const places = columns.map(([name, { decode }]) => ({ name, decode, at: returned.indexOf(name) }));
  return (row) => {
    const decoded: Record<string, unknown> = {};
    for (const { name, decode, at } of places) decoded[name] = decode(row[at] ?? null);
    return decoded;
  };
}

function valuesOf(names: readonly string[], parameters: Parameters): unknown[] {
  const values = new Array<unknown>(names.length);
  for (let at = 0; at < names.length; at += 1) {
    const name = names[at] ?? '';
    const value = parameters[name];
    if (value === undefined) throw new Error(`The parameter :${name} of a statement was not given.`);
    values[at] = typeof value === 'string' || typeof value === 'number' ? value : encode(value);
  }
  return values;
}

function encode(value: SqlValue): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.getTime();
  if (Array.isArray(value)) return `[${value.map(encodeItem).join(',')}]`;
  return value;
}

/** As JSON, which keeps integers of any length, though JSON.stringify takes none beyond 2^53. */
function encodeItem(item: unknown): string {
  if (item === null || typeof item !== 'object') return encodeCell(item);
  const cells = Object.entries(item).map(([name, cell]) => `${JSON.stringify(name)}:${encodeCell(cell)}`);
  return `{${cells.join(',')}}`;
}

function encodeCell(cell: unknown): string {
  if (cell instanceof Date) return String(cell.getTime());
  return typeof cell === 'bigint' ? String(cell) : (JSON.stringify(cell) ?? 'null');
}
