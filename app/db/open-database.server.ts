import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { PrismaBetterSQLite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaClient } from '@prisma/client';
import Sqlite from 'better-sqlite3';
import type { Database } from '../ports';
import { applyMigrations } from './apply-migrations.server';
import { makePrivate } from './file-rights.server';
import { openHotDatabase } from './hot-database.server';
import { createWriteGate } from './write-gate.server';
import { takeWriterLock } from './writer-lock.server';

/** Long enough for the largest chunk of a backfill; a transaction that takes longer is a bug. */
const TRANSACTION_TIMEOUT_MS = 120_000;

/**
 * Opens (and at need creates and migrates) the SQLite database of this process.
 * @throws Error saying what to do when the file cannot be written, is locked, or a migration fails.
 */
export async function openDatabase(options: { file: string; migrations: string }): Promise<Database> {
  const file = resolve(options.file);
  assertWritable(file);
  const lock = takeWriterLock(file);
  try {
    applyMigrations(file, options.migrations);
  } catch (error) {
    lock.release();
    throw error instanceof Sqlite.SqliteError ? unusable(file, error) : error;
  }
  const gate = createWriteGate();
  const timestampFormat = 'unixepoch-ms';
  const writer = new PrismaClient({
    adapter: new PrismaBetterSQLite3({ url: `file:${file}` }, { timestampFormat }),
  });
  const read = new PrismaClient({
    adapter: new PrismaBetterSQLite3({ url: `file:${file}`, readonly: true }, { timestampFormat }),
  });
  await Promise.all([writer.$connect(), read.$connect()]);
  await writer.$queryRaw`PRAGMA secure_delete = ON`;
  const hot = openHotDatabase(file, gate);
  return {
    read,
    hot,
    write: (work) =>
      gate.run(() =>
        writer.$transaction(work, { maxWait: TRANSACTION_TIMEOUT_MS, timeout: TRANSACTION_TIMEOUT_MS }),
      ),
    writePlain: (work) => gate.run(() => work(writer)),
    overwriteDeleted: () => gate.run(async () => hot.emptyLog()),
    rewrite: () => gate.run(async () => hot.rewrite()),
    async close() {
      await gate.drained();
      await Promise.all([writer.$disconnect(), read.$disconnect()]);
      hot.close();
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
