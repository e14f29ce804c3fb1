/** The migrations on disk, judged by Prisma's own command. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyMigrations } from '../app/db/apply-migrations.server';
import { HANDLERS, RECURRING } from '../app/job-register.server';
import { MIGRATIONS } from './support/test-ports';

const ROOT = join(import.meta.dirname, '..');
let folder: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'larder-migrations-'));
  file = join(folder, 'larder.sqlite');
  applyMigrations(file, MIGRATIONS);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function prisma(...args: string[]): { status: number | null; output: string } {
  const cli = join(ROOT, 'node_modules/prisma/build/index.js');
  const done = spawnSync(process.execPath, [cli, 'migrate', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: `file:${file}` },
  });
  return { status: done.status, output: done.stdout };
}

test('Prisma agrees that nothing is pending after ours were applied', () => {
  const { status, output } = prisma('status');
  expect(output).toContain('Database schema is up to date');
  expect(status).toBe(0);
});

/** Tables, columns and indexes of a database, whatever way they came about. */
function shapeOf(database: string): Record<string, unknown> {
  const db = new Sqlite(database);
  const tables = db
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .pluck()
    .all() as string[];
  const shape = tables.map((table) => {
    const indexes = db.pragma(`index_list("${table}")`) as { name: string; unique: number; origin: string }[];
    const columnsOf = (index: string) =>
      (db.pragma(`index_info("${index}")`) as { seqno: number; name: string }[]).map(({ name }) => name);
    const columns = db.pragma(`table_info("${table}")`) as { cid: number; name: string }[];
    return [
      table,
      {
        // A column that was added later stands last; its place means nothing.
        columns: columns.map(({ cid: _, ...column }) => column).sort((a, b) => a.name.localeCompare(b.name)),
        indexes: indexes
          .map(({ name, unique, origin }) => ({ name, unique, origin, columns: columnsOf(name) }))
          .sort((a, b) => a.name.localeCompare(b.name)),
      },
    ];
  });
  db.close();
  return Object.fromEntries(shape) as Record<string, unknown>;
}

/** A database to which all migrations but one were applied. */
function databaseWithout(migration: string): string {
  const before = mkdtempSync(join(tmpdir(), 'larder-earlier-'));
  for (const name of readdirSync(MIGRATIONS).filter((listed) => !listed.includes(migration)))
    cpSync(join(MIGRATIONS, name), join(before, name), { recursive: true });
  const database = join(folder, `before_${migration}.sqlite`);
  applyMigrations(database, before);
  rmSync(before, { recursive: true });
  return database;
}

/** A folder of the migrations up to one, with it or without. */
function migrationsUntil(migration: string, last: 'with' | 'without'): string {
  const names = readdirSync(MIGRATIONS)
    .filter((name) => name !== 'migration_lock.toml')
    .sort();
  const place = names.findIndex((name) => name.includes(migration));
  const some = mkdtempSync(join(folder, 'until-'));
  for (const name of names.slice(0, last === 'with' ? place + 1 : place))
    cpSync(join(MIGRATIONS, name), join(some, name), { recursive: true });
  return some;
}

test('jobs that wait under their old ids wait under the new ones, and recurring ones come round when they would have', () => {
  const database = databaseWithout('jobs_say_their_room');
  const db = new Sqlite(database);
  const job = db.prepare(
    `INSERT INTO "Job" ("kind", "shopId", "key", "payload", "dueAt", "notBefore") VALUES (?, ?, ?, '{}', 0, 0)`,
  );
  for (const kind of ['results', 'insights', 'hourly', 'nightly', 'orders.reconcile'])
    job.run(kind, null, 'recurring');
  job.run('orders.reconcile', 1, '1');
  const schedule = db.prepare(`INSERT INTO "Schedule" ("kind", "nextDueAt") VALUES (?, 7)`);
  for (const kind of ['results', 'insights', 'hourly', 'nightly', 'orders.reconcile', 'mail.plan'])
    schedule.run(kind);
  applyMigrations(database, MIGRATIONS);
  const kinds = (table: string) =>
    db.prepare(`SELECT "kind" FROM "${table}" ORDER BY "kind"`).pluck().all() as string[];
  expect(kinds('Job').filter((kind) => kind in HANDLERS)).toHaveLength(6);
  expect(kinds('Job')).toContain('orders.reconcile');
  expect(
    kinds('Schedule').filter((kind) => RECURRING.some((recurring) => recurring.kind === kind)),
  ).toHaveLength(6);
  db.close();
});

test('orders with money but no purchase are read again: they may never have been paid', () => {
  const database = databaseWithout('read_unpaid_orders_again');
  const db = new Sqlite(database);
  const order = db.prepare(`
    INSERT INTO "Order" ("shopId", "orderId", "name", "placedAt", "placedOn", "currency", "netMinor", "isTest", "cancelledAt",
      "shopifyUpdatedAt") VALUES (1, ?, '', 0, 0, 'GBP', ?, ?, ?, 0)`);
  order.run(9_007_199_254_740_993n, 1390, 0, null);
  order.run(2n, 0, 0, null);
  order.run(3n, 900, 1, null);
  order.run(4n, 900, 0, 1);
  order.run(5n, 900, 0, null);
  db.exec(`INSERT INTO "Purchase" ("shopId", "lineId", "orderId", "productId", "quantity", "boughtOn", "isSubscription")
    VALUES (1, 1, 5, 1, 1, 0, 0)`);
  expect(applyMigrations(database, MIGRATIONS)).toHaveLength(1);
  const marked = db.prepare('SELECT "orderId", "marks" FROM "DirtyOrder"').safeIntegers().all();
  expect(marked).toEqual([{ orderId: 9_007_199_254_740_993n, marks: 1n }]);
  db.close();
});

test.each([
  ['a field was asked for', 'requires_selling_plan'],
  ['it was kept which sizes are the merchant’s own', 'sizes_read_by'],
])('products that were mirrored before %s are read again', (_, migration) => {
  const database = databaseWithout(migration);
  const db = new Sqlite(database);
  const insert = db.prepare(`
    INSERT INTO "Product" ("shopId", "productId", "handle", "title", "tags", "isLive", "isAvailable", "shopifyUpdatedAt", "deletedAt")
    VALUES (?, ?, 'a', 'A', '[]', 1, 1, 0, ?)`);
  for (let id = 1n; id <= 150n; id += 1n) insert.run(1, 9_007_199_254_740_993n + id, null);
  insert.run(2, 7n, null);
  insert.run(2, 8n, 1);
  expect(applyMigrations(database, MIGRATIONS)).toHaveLength(1);
  const jobs = db.prepare('SELECT * FROM "Job" ORDER BY "shopId", "id"').all() as Record<string, string>[];
  const asked = jobs.map(({ payload }) => (JSON.parse(payload ?? '') as { productIds: string[] }).productIds);
  expect(asked.map((ids) => ids.length)).toEqual([100, 50, 1]);
  expect(asked[0]?.[0]).toBe('9007199254740994');
  expect(asked[2]).toEqual(['7']);
  expect(jobs.map(({ kind, state }) => `${kind} ${state}`)).toEqual(
    Array(3).fill('catalogue.refresh-products waiting'),
  );
  db.close();
});

test('rows whose key takes their shop up are all there, in their order and with their ids', () => {
  // What comes later may add columns: neither before nor after is it there.
  const database = join(folder, 'before_keys.sqlite');
  applyMigrations(database, migrationsUntil('keys_hold_their_shop', 'without'));
  const db = new Sqlite(database);
  db.exec(`
    INSERT INTO "InboxMessage" ("id", "shopId", "webhookId", "topic", "payload", "receivedAt")
      VALUES (7, 1, 'z', 'orders/create', '{"orderId":"5"}', 10), (8, 2, 'z', 'orders/create', '{}', 11), (9, 1, 'a', 't', '{}', 12);
    INSERT INTO "ImportReject" ("importId", "line", "shopId", "reason") VALUES (3, 2, 1, 'b'), (3, 1, 1, 'a'), (4, 1, 2, 'c');
    INSERT INTO "Assignment" ("layerId", "keyId", "shopId", "arm", "bucket", "drawnAt", "how") VALUES (5, 6, 2, 'in', 1, 0, 'own');
    INSERT INTO "Reminder" ("id", "shopId", "state", "checkoutToken", "productId", "remindOn", "offeredOn", "wording", "acceptedAt", "email")
      VALUES ('r', 1, 'active', 'c', 9007199254740993, 1, 1, 'v', 0, 'sealed');
    INSERT INTO "Message" ("id", "shopId", "kind", "businessKey", "subjectId", "state", "meantFor", "dueAt", "createdAt", "facts")
      VALUES ('m', 1, 'reminder', 'b', 'r', 'sent', 0, 0, 0, '{"price":1}');
    INSERT INTO "MailLink" ("tokenHash", "shopId", "messageId", "purpose", "expiresAt") VALUES ('t', 1, 'm', 'snooze', 9);
    INSERT INTO "CalendarFeed" ("shopId", "tokenHash", "createdAt") VALUES (1, 'f', 0);`);
  const tables = [
    ...['InboxMessage', 'ImportReject', 'Assignment', 'Reminder', 'Message', 'MailLink', 'CalendarFeed'],
  ];
  const rows = () =>
    tables.map((table) => db.prepare(`SELECT * FROM "${table}" ORDER BY rowid`).safeIntegers().all());
  const before = rows() as Record<string, unknown>[][];
  for (const message of before[0] ?? []) delete message.id;
  const until = migrationsUntil('keys_hold_their_shop', 'with');
  expect(applyMigrations(database, until)).toHaveLength(1);
  expect(rows()).toEqual(before);
  db.close();
});

test('the migrations lead to prisma/models.prisma: nothing was forgotten', () => {
  const { output } = prisma('diff', '--from-empty', '--to-schema-datamodel', 'prisma/sqlite', '--script');
  const wanted = join(folder, 'wanted.sqlite');
  const db = new Sqlite(wanted);
  db.exec(output.slice(output.indexOf('-- CreateTable')));
  db.close();
  expect(shapeOf(file), 'write the missing migration with: npm run migration -- NAME').toEqual(
    shapeOf(wanted),
  );
});

test('Prisma, which writes the next migration, finds nothing new either', () => {
  const from = ['--from-migrations', MIGRATIONS];
  const { status, output } = prisma('diff', ...from, '--to-schema-datamodel', 'prisma/sqlite', '--exit-code');
  expect(output).toContain('No difference detected');
  expect(status).toBe(0);
});
