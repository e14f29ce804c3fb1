import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MIGRATIONS } from '../../test/support/test-ports';
import { makePrivate } from './file-rights.server';
import { openDatabase } from './open-database.server';
import { int, statement } from './statement';

const SECURE_DELETE = statement('PRAGMA secure_delete', { secure_delete: int });

let root: string;
let umask: number;
beforeEach(() => {
  // As it is where nobody cares.
  umask = process.umask(0o022);
  root = mkdtempSync(join(tmpdir(), 'larder-rights-'));
});
afterEach(() => {
  process.umask(umask);
  rmSync(root, { recursive: true });
});

const modeOf = (path: string) => statSync(path).mode & 0o7777;

test('a new database, its log and its lock are their owner’s alone, and so is the folder', async () => {
  const folder = join(root, 'data');
  const db = await openDatabase({ file: join(folder, 'larder.sqlite'), migrations: MIGRATIONS });
  await db.write((tx) => tx.prisma.shop.create({ data: { domain: 'a.test', installedAt: new Date() } }));
  const names = readdirSync(folder).sort();
  expect(names).toEqual(expect.arrayContaining(['larder.sqlite', 'larder.sqlite-wal', 'larder.sqlite.lock']));
  expect(names.map((name) => modeOf(join(folder, name)))).toEqual(names.map(() => 0o600));
  expect(modeOf(folder)).toBe(0o700);
  await db.close();
});

test('what an older version left open to all is mended', () => {
  const folder = join(root, 'data');
  mkdirSync(folder);
  const names = ['x.sqlite', 'x.sqlite-wal', 'x.sqlite-shm', 'x.sqlite-journal', 'x.sqlite.lock'];
  for (const name of names) writeFileSync(join(folder, name), '');
  makePrivate(join(folder, 'x.sqlite'), root);
  expect(names.map((name) => modeOf(join(folder, name)))).toEqual(names.map(() => 0o600));
  expect(modeOf(folder)).toBe(0o700);
});

test('a folder that is not the database’s own keeps its rights', () => {
  const program = join(root, 'program');
  mkdirSync(program);
  makePrivate(join(root, 'x.sqlite'), program);
  makePrivate(join(program, 'x.sqlite'), program);
  expect([modeOf(root), modeOf(program)]).toEqual([0o700, 0o755]);
  const shared = join(root, 'shared');
  mkdirSync(shared);
  chmodSync(shared, 0o1777);
  makePrivate(join(shared, 'x.sqlite'), program);
  expect(modeOf(shared)).toBe(0o1777);
});

test('on every connection that writes, what is deleted is overwritten', async () => {
  const db = await openDatabase({ file: join(root, 'data/larder.sqlite'), migrations: MIGRATIONS });
  const grouped = await db.group((tx) => tx.all(SECURE_DELETE, {}));
  const plain = await db.writePlain((client) => client.$queryRaw`PRAGMA secure_delete`);
  const inside = await db.write((tx) => tx.prisma.$queryRaw`PRAGMA secure_delete`);
  expect(
    [grouped, plain, inside].map((answer) =>
      JSON.stringify(answer, (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)),
    ),
  ).toEqual(['[{"secure_delete":1}]', '[{"secure_delete":1}]', '[{"secure_delete":1}]']);
  await db.close();
});
