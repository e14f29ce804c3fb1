/** What SQLite would read for the statements of a piece of work. */
import Sqlite from 'better-sqlite3';
import { sqliteStatements } from '../../app/db/sqlite-sql';
import type { Statement } from '../../app/db/statement';
import type { Ports, Sql } from '../../app/ports';

export type AnyStatement = Statement<unknown, unknown>;

/** The same ports, with every statement written down; what Prisma asks is not. */
export function writeDownStatements<P extends Pick<Ports, 'db'>>(from: P, statements: Set<AnyStatement>): P {
  const watch = <S extends Sql>(sql: S): S => {
    const noting: Sql = {
      all: (statement, parameters) => (statements.add(statement), sql.all(statement, parameters)),
      first: (statement, parameters) => (statements.add(statement), sql.first(statement, parameters)),
      run: (statement, parameters) => (statements.add(statement), sql.run(statement, parameters)),
      each: (statement, parameters) => (statements.add(statement), sql.each(statement, parameters)),
    };
    return Object.assign(Object.create(sql) as S, noting);
  };
  const { db } = from;
  const watched: Ports['db'] = {
    ...db,
    read: watch(db.read),
    write: (work) => db.write((tx) => work(watch(tx))),
    group: (work) => db.group((tx) => work(watch(tx))),
  };
  return { ...from, db: watched };
}

/** How SQLite would go about these statements, step by step, in their order. */
export function plansOf(
  databaseFile: string,
  statements: Iterable<AnyStatement>,
): readonly { readonly sql: string; readonly steps: readonly string[] }[] {
  const db = new Sqlite(databaseFile, { readonly: true });
  const plans = textsInSqlite(db, statements).map((sql) => {
    // A plan does not hang on the values.
    const values = Array.from(sql.matchAll(/\?/g), () => 1);
    const steps = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[];
    return { sql, steps: steps.map((step) => step.detail) };
  });
  db.close();
  return plans;
}

/**
 * Steps that read all rows of a shop or of a table, each with its statement.
 * @param few tables and lists of the statements themselves that hold few rows
 */
export function wideSteps(
  databaseFile: string,
  statements: Iterable<AnyStatement>,
  few: readonly string[],
): readonly string[] {
  const isWide = (step: string) => {
    const [, verb, name = ''] = /^(SCAN|SEARCH) (\w+)/.exec(step) ?? [];
    if (!verb || few.includes(name) || step.includes('VIRTUAL TABLE')) return false; // a virtual table is a list passed in
    return verb === 'SCAN' ? name !== 'CONSTANT' : step.includes('(shopId=?)');
  };
  return plansOf(databaseFile, statements).flatMap(({ sql, steps }) =>
    steps.filter(isWide).map((step) => `${step}: ${sql}`),
  );
}

/** What the driver has SQLite prepare for these statements. */
function textsInSqlite(db: Sqlite.Database, statements: Iterable<AnyStatement>): readonly string[] {
  const texts: string[] = [];
  const listening = new Proxy(db, {
    get: (target, name) =>
      name === 'prepare'
        ? (sql: string) => (texts.push(sql), target.prepare(sql))
        : Reflect.get(target, name),
  });
  const { prepare } = sqliteStatements(listening);
  for (const statement of statements) prepare(statement);
  return texts;
}
