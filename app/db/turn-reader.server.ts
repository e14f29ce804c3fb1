import type Sqlite from 'better-sqlite3';
import type { Sql } from '../ports';
import type { KeptAnswers } from './kept-answers';
import { sqlOver, sqliteStatements } from './sqlite-sql';

/**
 * Statements that read committed data, with one read transaction for all reads of a turn of the event loop: outside of
 * one, SQLite takes and frees its locks for each statement, which costs more than a point read. Every write of the
 * process ends it, so that nobody reads behind a write.
 */
export function readByTurn(
  reader: Sqlite.Database,
  kept: KeptAnswers,
): { readonly sql: Sql; readonly end: () => void } {
  const statements = sqliteStatements(reader, kept);
  const begin = reader.prepare('BEGIN');
  const commit = reader.prepare('COMMIT');
  const end = () => {
    if (reader.open && reader.inTransaction) commit.run();
  };
  const sql = sqlOver(() => {
    if (!reader.inTransaction) {
      begin.run();
      setImmediate(end);
    }
    return statements;
  });
  return { sql, end };
}
