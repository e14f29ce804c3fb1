import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyMigrations } from './apply-migrations.server';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'larder-migrations-'));
  file = join(folder, 'test.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function migration(name: string, sql: string): void {
  mkdirSync(join(folder, 'migrations', name), { recursive: true });
  writeFileSync(join(folder, 'migrations', name, 'migration.sql'), sql);
}
const apply = () => applyMigrations(file, join(folder, 'migrations'));
function query(sql: string): unknown[] {
  const db = new Sqlite(file, { readonly: true });
  try {
    return db.prepare(sql).all();
  } finally {
    db.close();
  }
}

const PARENT_AND_CHILD = `
  CREATE TABLE "Parent" ("id" INTEGER PRIMARY KEY, "name" TEXT);
  CREATE TABLE "Child" ("id" INTEGER PRIMARY KEY, "parentId" INTEGER NOT NULL REFERENCES "Parent"("id") ON DELETE CASCADE);
  INSERT INTO "Parent" VALUES (1, 'a'); INSERT INTO "Child" VALUES (1, 1);`;

test('applies each folder once, in order, and keeps the ledger as Prisma does', () => {
  migration('1_a', 'CREATE TABLE a (x);');
  migration('2_b', 'CREATE TABLE b (x);');
  expect(apply()).toEqual(['1_a', '2_b']);
  expect(apply()).toEqual([]);
  migration('3_c', 'CREATE TABLE c (x);');
  expect(apply()).toEqual(['3_c']);
  expect(
    query(
      'SELECT migration_name, applied_steps_count, finished_at IS NOT NULL AS done FROM _prisma_migrations',
    ),
  ).toEqual(
    ['1_a', '2_b', '3_c'].map((migration_name) => ({ migration_name, applied_steps_count: 1, done: 1 })),
  );
});

test('a table redefined the way Prisma does it keeps its cascading children', () => {
  migration('1_start', PARENT_AND_CHILD);
  apply();
  migration(
    '2_redefine',
    `PRAGMA defer_foreign_keys=ON; PRAGMA foreign_keys=OFF;
     CREATE TABLE "new_Parent" ("id" INTEGER PRIMARY KEY, "name" TEXT NOT NULL DEFAULT '');
     INSERT INTO "new_Parent" SELECT "id", coalesce("name", '') FROM "Parent";
     DROP TABLE "Parent"; ALTER TABLE "new_Parent" RENAME TO "Parent";
     PRAGMA foreign_keys=ON; PRAGMA defer_foreign_keys=OFF;`,
  );
  apply();
  expect(query('SELECT count(*) AS n FROM "Child"')).toEqual([{ n: 1 }]);
});

test('one that fails half-way leaves the database as it was, and the next start says what to do', () => {
  migration('1_start', PARENT_AND_CHILD);
  apply();
  migration('2_bad', 'CREATE TABLE half (x); INSERT INTO nowhere VALUES (1);');
  expect(apply).toThrow('Migration 2_bad failed and was taken back: no such table: nowhere');
  expect(query(`SELECT name FROM sqlite_master WHERE name = 'half'`)).toEqual([]);
  expect(apply).toThrow('migrate resolve --rolled-back 2_bad');
});

test('one that would leave rows pointing at nothing is taken back', () => {
  migration('1_start', PARENT_AND_CHILD);
  apply();
  migration('2_orphans', 'DELETE FROM "Parent";');
  expect(apply).toThrow('1 rows would point at nothing');
  expect(query('SELECT count(*) AS n FROM "Parent"')).toEqual([{ n: 1 }]);
});

test('one that was changed after it had been applied stops the start', () => {
  migration('1_a', 'CREATE TABLE a (x);');
  apply();
  migration('1_a', 'CREATE TABLE a (x, y);');
  expect(apply).toThrow('was changed after it had been applied');
});
