import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Database } from '../ports';
import { applyMigrations } from './apply-migrations.server';
import { databaseFiles } from './database-files.server';
import { makePrivate } from './file-rights.server';
import { createKeptAnswers } from './kept-answers';
import { createGroupCommit } from './group-commit.server';
import { openPrisma } from './prisma-on.server';
import { sqliteStatements, sqlOver } from './sqlite-sql';
import { readByTurn } from './turn-reader.server';
import { createWriteGate } from './write-gate.server';
import { takeWriterLock } from './writer-lock.server';

/** Long enough for the largest chunk of a backfill; a transaction that takes longer is a bug. */
const TRANSACTION_TIMEOUT_MS = 120_000;

/**
 * Opens (and at need creates and migrates) the SQLite database of this process.
 * @throws Error saying what to do when the file cannot be written, is locked, or a migration fails.
 */
export async function openDatabase(options: {
  readonly file: string;
  readonly migrations: string;
  /** For tests (write-gate.server.ts). */
  readonly findsNestedWrites?: boolean;
}): Promise<Database> {
  const file = resolve(options.file);
  assertWritable(file);
  const lock = takeWriterLock(file);
  try {
    applyMigrations(file, options.migrations);
  } catch (error) {
    lock.release();
    throw error instanceof Sqlite.SqliteError ? unusable(file, error) : error;
  }
  const gate = createWriteGate({ findsNested: options.findsNestedWrites ?? false });
  const [writer, reader] = await Promise.all([
    openPrisma(file, { readonly: false }),
    openPrisma(file, { readonly: true }),
  ]);
  // What is deleted is overwritten: otherwise the bytes of somebody erased would stand in the file until by chance reused.
  writer.connection.pragma('secure_delete = ON');
  const snapshotOf = new Sqlite(file, { readonly: true });
  const kept = createKeptAnswers();
  const snapshot = readByTurn(snapshotOf, kept);
  gate.afterEach(snapshot.end);
  const statements = sqliteStatements(writer.connection);
  const own = { ...sqlOver(() => statements), alone: () => Promise.resolve() };
  /** Nobody tells which tables Prisma has written. The snapshot ends with it, or somebody could keep what it still shows. */
  const forgetAll = () => {
    snapshot.end();
    kept.forget();
  };
  const throughPrisma = <T>(work: () => Promise<T>) => gate.run(() => work().finally(forgetAll));
  const files = databaseFiles(writer.connection, snapshot.end);
  return {
    read: { ...snapshot.sql, prisma: reader.client },
    write: (work) =>
      throughPrisma(() =>
        writer.client.$transaction((prisma) => work({ ...own, prisma }), {
          maxWait: TRANSACTION_TIMEOUT_MS,
          timeout: TRANSACTION_TIMEOUT_MS,
        }),
      ),
    group: createGroupCommit(writer.connection, gate, kept, snapshot.end),
    writePlain: (work) => throughPrisma(() => work(writer.client)),
    overwriteDeleted: () => gate.run(async () => files.emptyLog()),
    rewrite: () => gate.run(async () => files.rewrite()),
    async close() {
      await gate.drained();
      snapshot.end();
      snapshotOf.close();
      await Promise.all([writer.client.$disconnect(), reader.client.$disconnect()]);
      lock.release();
    },
  };
}

function assertWritable(file: string): void {
  try {
    if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
    makePrivate(file, process.cwd());
    accessSync(dirname(file), constants.W_OK);
  } catch (error) {
    throw unusable(file, error);
  }
}

function unusable(file: string, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return new Error(
    `Larder cannot write its database ${file}: ${reason}. Check DATABASE_URL and the folder's rights.`,
  );
}
