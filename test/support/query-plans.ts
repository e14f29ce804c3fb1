/** What SQLite would read for the statements of a piece of work. */
import Sqlite from 'better-sqlite3';
import type { HotDatabase, Ports } from '../../app/ports';

/** The same ports, with every hot statement written down. */
export function writeDownStatements<P extends Pick<Ports, 'db'>>(from: P, statements: Set<string>): P {
  const hot: HotDatabase = {
    prepareRead(sql) {
      statements.add(sql);
      return from.db.hot.prepareRead(sql);
    },
    write(work) {
      const note = (sql: string) => statements.add(sql);
      return from.db.hot.write((writer) => work({ prepare: (sql) => (note(sql), writer.prepare(sql)) }));
    },
  };
  return { ...from, db: { ...from.db, hot } };
}

/**
 * Steps that read all rows of a shop or of a table, each with its statement.
 * @param few tables and lists of the statements themselves that hold few rows
 */
export function wideSteps(
  databaseFile: string,
  statements: Iterable<string>,
  few: readonly string[],
): readonly string[] {
  const db = new Sqlite(databaseFile, { readonly: true });
  const isWide = (step: string) => {
    const [, verb, name = ''] = /^(SCAN|SEARCH) (\w+)/.exec(step) ?? [];
    if (!verb || few.includes(name) || step.includes('VIRTUAL TABLE')) return false; // a virtual table is a list passed in
    return verb === 'SCAN' ? name !== 'CONSTANT' : step.includes('(shopId=?)');
  };
  const wide = [...statements].flatMap((sql) => {
    // A plan does not hang on the values.
    const positional = Array.from(sql.matchAll(/\?/g), () => 1);
    const named = Object.fromEntries(Array.from(sql.matchAll(/@(\w+)/g), ([, name]) => [name, 1]));
    const values: unknown[] = positional.length > 0 ? positional : [named];
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
    return (plan as { detail: string }[])
      .map((step) => step.detail)
      .filter(isWide)
      .map((step) => `${step}: ${sql}`);
  });
  db.close();
  return wide;
}
