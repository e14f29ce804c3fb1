import type Sqlite from 'better-sqlite3';
import type { Writer } from '../ports';
import type { KeptAnswers } from './kept-answers';
import { sqliteStatements, type Parameters, type SqliteStatements } from './sqlite-sql';
import type { Statement } from './statement';
import { NESTED, type WriteGate } from './write-gate.server';

interface Pending {
  readonly work: (tx: Writer) => Promise<unknown>;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

const AWAITS_OTHERS =
  'A write of a group awaited something other than its own transaction, and was taken back: everybody else’s writes would wait for it. Fetch first, then write; or use db.write.';

/** What one caller of a group gets, until its work has ended. A class, since every write of the hot path makes one. */
class GroupWriter implements Writer {
  isOpen = true;

  constructor(private readonly statements: SqliteStatements) {}

  async all<Row, P>(statement: Statement<Row, P>, parameters: P): Promise<Row[]> {
    return this.own().all(statement, parameters as Parameters);
  }

  async first<Row, P>(statement: Statement<Row, P>, parameters: P): Promise<Row | null> {
    return this.own().first(statement, parameters as Parameters);
  }

  async run<Row, P>(statement: Statement<Row, P>, parameters: P): Promise<number> {
    return this.own().run(statement, parameters as Parameters);
  }

  async *each<Row, P>(statement: Statement<Row, P>, parameters: P): AsyncGenerator<Row> {
    yield* this.own().all(statement, parameters as Parameters);
  }

  async alone(): Promise<void> {
    this.own();
  }

  private own(): SqliteStatements {
    if (!this.isOpen) throw new Error('This transaction has ended.');
    return this.statements;
  }
}

/**
 * Group commit: writes that are asked for in one turn of the event loop share one durable commit. The work of a group is
 * statements and nothing else, whose answers are there at once; so a group is over before the loop turns, and work
 * that is not was waiting for something outside.
 */
export function createGroupCommit(
  db: Sqlite.Database,
  gate: WriteGate,
  kept: KeptAnswers,
  committed: () => void,
): <T>(work: (tx: Writer) => Promise<T>) => Promise<T> {
  const plain = sqliteStatements(db);
  const remembering = sqliteStatements(db, kept);
  /** Tables that the open group has written: what rests on them is asked of the database until it has committed. */
  const written = new Set<string>();
  const statements: SqliteStatements = {
    ...plain,
    first: (statement, parameters) => {
      note(statement);
      const isOpen = statement.isKept && statement.reads.some((table) => written.has(table));
      return (isOpen ? plain : remembering).first(statement, parameters);
    },
    all: (statement, parameters) => {
      note(statement);
      return plain.all(statement, parameters);
    },
    run: (statement, parameters) => {
      note(statement);
      return plain.run(statement, parameters);
    },
  };
  const note = ({ writes }: Statement<unknown, unknown>) => writes.forEach((table) => written.add(table));
  const transaction = {
    begin: db.prepare('BEGIN IMMEDIATE'),
    commit: db.prepare('COMMIT'),
    rollback: db.prepare('ROLLBACK'),
  };
  let pending: Pending[] = [];

  /** One commit for all. When one of them fails, all are taken back and run again, each in a savepoint of its own. */
  async function commitGroup(group: readonly Pending[], runOne: typeof runPlainly): Promise<void> {
    const settle: (() => void)[] = [];
    try {
      written.clear();
      transaction.begin.run();
      for (const waiter of group) settle.push(await runOne(waiter));
      transaction.commit.run();
      kept.forget(written);
      committed(); // before anybody who waited for this commit reads
    } catch (error) {
      if (db.inTransaction) transaction.rollback.run();
      if (runOne === runPlainly) return commitGroup(group, runInSavepoint);
      for (const waiter of group) waiter.reject(error);
      return;
    }
    for (const done of settle) done();
  }

  async function runPlainly(waiter: Pending): Promise<() => void> {
    const value = (await withinTurn(waiter.work)) as never;
    return () => waiter.resolve(value);
  }

  /** Whoever fails takes back only their own rows; the answer is handed out after the group's commit. */
  async function runInSavepoint(waiter: Pending): Promise<() => void> {
    db.exec('SAVEPOINT one');
    try {
      const value = (await withinTurn(waiter.work)) as never;
      db.exec('RELEASE one');
      return () => waiter.resolve(value);
    } catch (error) {
      db.exec('ROLLBACK TO one');
      db.exec('RELEASE one');
      return () => waiter.reject(error);
    }
  }

  /** Microtasks run before the loop turns: only what waits for something outside is still open then. */
  function withinTurn<T>(work: (tx: Writer) => Promise<T>): Promise<T> {
    const tx = new GroupWriter(statements);
    return new Promise<T>((resolve, reject) => {
      const late = setImmediate(() => {
        tx.isOpen = false;
        reject(new Error(AWAITS_OTHERS));
      });
      work(tx)
        .finally(() => {
          tx.isOpen = false;
          clearImmediate(late);
        })
        .then(resolve, reject);
    });
  }

  function takePending(): readonly Pending[] {
    const group = pending;
    pending = [];
    return group;
  }

  const refusePending = (error: unknown) => takePending().forEach((waiter) => waiter.reject(error));

  return <T>(work: (tx: Writer) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      if (gate.isInside()) return reject(new Error(NESTED));
      pending.push({ work, resolve, reject });
      // Callers of the same turn of the event loop share the commit that the first of them asked for.
      if (pending.length === 1)
        setImmediate(() => void gate.run(() => commitGroup(takePending(), runPlainly)).catch(refusePending));
    });
}
