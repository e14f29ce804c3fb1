import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';

// Prisma's own table, so that `prisma migrate status` and `deploy` agree with us.
const LEDGER = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

interface LedgerRow {
  name: string;
  checksum: string;
  finished: string | null;
  logs: string | null;
}

/**
 * Applies Prisma's SQL migration folders to a SQLite file, as `prisma migrate deploy` would, without its engine.
 * Each migration is one transaction: it is applied whole or leaves the database as it was.
 * @returns names of the migrations applied now.
 * @throws Error when a migration failed, failed earlier, or was changed after it had been applied.
 */
export function applyMigrations(databaseFile: string, folder: string): readonly string[] {
  const db = new Sqlite(databaseFile);
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('secure_delete = ON');
    db.exec(LEDGER);
    const done = new Map(readLedger(db).map((row) => [row.name, row]));
    const applied: string[] = [];
    for (const name of migrationNames(folder)) {
      const sql = readFileSync(join(folder, name, 'migration.sql'));
      const checksum = createHash('sha256').update(sql).digest('hex');
      const row = done.get(name);
      if (row) assertUnchanged(row, checksum);
      else {
        applyOne(db, name, checksum, sql.toString());
        applied.push(name);
      }
    }
    return applied;
  } finally {
    db.close();
  }
}

function migrationNames(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .sort();
}

function readLedger(db: Sqlite.Database): LedgerRow[] {
  return db
    .prepare<[], LedgerRow>(
      `SELECT migration_name AS name, checksum, finished_at AS finished, logs FROM _prisma_migrations
       WHERE rolled_back_at IS NULL`,
    )
    .all();
}

function assertUnchanged(row: LedgerRow, checksum: string): void {
  if (row.finished === null) {
    throw new Error(
      `Migration ${row.name} failed earlier (${row.logs ?? 'no reason kept'}). The database is as it was before it. ` +
        `Mend the migration, then run: npx prisma migrate resolve --rolled-back ${row.name}`,
    );
  }
  if (row.checksum !== checksum) {
    throw new Error(
      `Migration ${row.name} was changed after it had been applied. Put its migration.sql back as it was and ` +
        `write a new migration for the change.`,
    );
  }
}

function applyOne(db: Sqlite.Database, name: string, checksum: string, sql: string): void {
  const id = randomUUID();
  const now = () => new Date().toISOString().replace('Z', '+00:00');
  db.prepare(
    'INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, applied_steps_count) VALUES (?, ?, ?, ?, 0)',
  ).run(id, checksum, name, now());
  // Prisma redefines a table by DROP and RENAME. With foreign keys on, the DROP would cascade into child rows, and the
  // pragma does nothing inside a transaction: so it is off before BEGIN, and the references are checked before COMMIT.
  db.pragma('foreign_keys = OFF');
  try {
    db.exec('BEGIN IMMEDIATE');
    db.exec(sql);
    const broken = db.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error(`${broken.length} rows would point at nothing`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    const reason = error instanceof Error ? error.message : String(error);
    db.prepare('UPDATE _prisma_migrations SET logs = ? WHERE id = ?').run(reason, id);
    throw new Error(`Migration ${name} failed and was taken back: ${reason}`, { cause: error });
  } finally {
    db.pragma('foreign_keys = ON');
  }
  db.prepare('UPDATE _prisma_migrations SET finished_at = ?, applied_steps_count = 1 WHERE id = ?').run(
    now(),
    id,
  );
}
