import Sqlite from 'better-sqlite3';
import type { HotDatabase, HotWriter } from '../ports';
import type { WriteGate } from './write-gate.server';

/** better-sqlite3's own. */
const BUSY_TIMEOUT_MS = 5_000;
/** A reader in a thread may hold the log for long; waiting for it here would hold up everybody. */
const LOG_WAIT_MS = 50;

interface Pending {
  readonly work: (db: HotWriter) => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

interface OpenHotDatabase extends HotDatabase {
  /** Writes the log back into the database and empties it; only through the gate. @returns false when a reader holds it */
  emptyLog(): boolean;
  rewrite(): void;
  close(): void;
}

/** Raw prepared statements over two connections of the one SQLite library: a reader, and a writer behind the gate. */
export function openHotDatabase(file: string, gate: WriteGate): OpenHotDatabase {
  const reader = new Sqlite(file, { readonly: true });
  const writer = new Sqlite(file);
  reader.defaultSafeIntegers(true);
  writer.defaultSafeIntegers(true);
  // What is deleted is overwritten: otherwise the bytes of somebody erased would stand in the file until by chance reused.
  writer.pragma('secure_delete = ON');
  const hotWriter: HotWriter = { prepare: cachedPrepare(writer) };
  const snapshot = readByTurn(reader);
  gate.afterEach(snapshot.end);
  const transaction = {
    begin: writer.prepare('BEGIN IMMEDIATE'),
    commit: writer.prepare('COMMIT'),
    rollback: writer.prepare('ROLLBACK'),
  };
  let pending: Pending[] = [];

  /** One commit for the group. When one of it fails, all are taken back and run again, each in a savepoint of its own. */
  function commitGroup(group: readonly Pending[], run: (one: Pending) => () => void): void {
    let settle: (() => void)[];
    try {
      transaction.begin.run();
      settle = group.map(run);
      transaction.commit.run();
      snapshot.end(); // before anybody who waited for this commit reads
    } catch (error) {
      if (writer.inTransaction) transaction.rollback.run();
      if (run === runPlainly) return commitGroup(group, (one) => runInSavepoint(writer, hotWriter, one));
      for (const one of group) one.reject(error);
      return;
    }
    for (const done of settle) done();
  }

  function runPlainly(one: Pending): () => void {
    const value = one.work(hotWriter) as never;
    return () => one.resolve(value);
  }

  async function commitPending(): Promise<void> {
    const group = pending;
    pending = [];
    commitGroup(group, runPlainly);
  }

  function refusePending(error: unknown): void {
    const group = pending;
    pending = [];
    for (const one of group) one.reject(error);
  }

  return {
    prepareRead: snapshot.prepare,
    write<T>(work: (db: HotWriter) => T): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        pending.push({ work, resolve, reject });
        // Callers of the same turn of the event loop share the commit that the first of them asked for.
        if (pending.length === 1) setImmediate(() => void gate.run(commitPending).catch(refusePending));
      });
    },
    emptyLog() {
      snapshot.end();
      writer.pragma(`busy_timeout = ${LOG_WAIT_MS}`);
      try {
        const [state] = writer.pragma('wal_checkpoint(TRUNCATE)') as { busy: bigint }[];
        return Number(state?.busy) === 0;
      } finally {
        writer.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
      }
    },
    rewrite() {
      snapshot.end();
      writer.exec('VACUUM');
      writer.pragma('wal_checkpoint(TRUNCATE)');
    },
    close() {
      snapshot.end();
      reader.close();
      writer.close();
    },
  };
}

/** A failing caller takes back only its own rows; the answer is handed out after the group's commit. */
function runInSavepoint(writer: Sqlite.Database, db: HotWriter, one: Pending): () => void {
  writer.exec('SAVEPOINT one');
  try {
    const value = one.work(db) as never;
    writer.exec('RELEASE one');
    return () => one.resolve(value);
  } catch (error) {
    writer.exec('ROLLBACK TO one');
    writer.exec('RELEASE one');
    return () => one.reject(error);
  }
}

/**
 * One read transaction for all reads of a turn of the event loop: outside of one, SQLite takes and frees its locks for each
 * statement, which costs more than a point read. Every write of the process ends it, so that nobody reads behind a write.
 */
function readByTurn(reader: Sqlite.Database): {
  readonly prepare: (sql: string) => Sqlite.Statement<unknown[], unknown>;
  readonly end: () => void;
} {
  const prepare = cachedPrepare(reader);
  const begin = reader.prepare('BEGIN');
  const commit = reader.prepare('COMMIT');
  const end = () => {
    if (reader.open && reader.inTransaction) commit.run();
  };
  return {
    end,
    prepare(sql) {
      if (!reader.inTransaction) {
        begin.run();
        setImmediate(end);
      }
      return prepare(sql);
    },
  };
}

export function cachedPrepare(db: Sqlite.Database): (sql: string) => Sqlite.Statement<unknown[], unknown> {
  const statements = new Map<string, Sqlite.Statement<unknown[], unknown>>();
  return (sql) => {
    let statement = statements.get(sql);
    if (!statement) statements.set(sql, (statement = db.prepare(sql)));
    return statement;
  };
}
