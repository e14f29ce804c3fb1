import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeTestPorts, MIGRATIONS, type TestPorts } from '../../test/support/test-ports';
import { openDatabase } from './open-database.server';
import { bigId, int, statement } from './statement';

const SEEN = statement(`INSERT INTO "ShelfEvent" VALUES (1, :view, 'seen', 1, 0, 0)`);
const PRODUCT = statement(`SELECT "productId" FROM "Consumable"`, { productId: bigId });
const INSTALL = statement(`INSERT INTO "Shop" ("domain", "installedAt") VALUES (:domain, 0)`);
const SHOPS = statement(`SELECT count(*) AS "n" FROM "Shop"`, { n: int });

let ports: TestPorts;
beforeEach(async () => {
  ports = await makeTestPorts();
});
afterEach(() => ports.close());

const shop = (domain: string) => ({ domain, installedAt: new Date(0) });

describe('the write gate', () => {
  test('a plain write beside a transaction that rolls back survives', async () => {
    const failing = ports.db.write(async (tx) => {
      await tx.prisma.shop.create({ data: shop('rolled-back') });
      await new Promise((done) => setTimeout(done, 20));
      throw new Error('taken back');
    });
    const plain = ports.db.writePlain((client) => client.shop.create({ data: shop('plain') }));
    const hot = ports.db.group((tx) => tx.run(SEEN, { view: 'view' }));
    await expect(failing).rejects.toThrow('taken back');
    await Promise.all([plain, hot]);
    expect((await ports.db.read.prisma.shop.findMany()).map((row) => row.domain)).toEqual(['plain']);
    expect(await ports.db.read.prisma.shelfEvent.count()).toBe(1);
  });

  test('a read never sees an open transaction', async () => {
    let seen = -1;
    await ports.db.write(async (tx) => {
      await tx.prisma.shop.create({ data: shop('open') });
      seen = await ports.db.read.prisma.shop.count();
    });
    expect(seen).toBe(0);
    expect(await ports.db.read.prisma.shop.count()).toBe(1);
  });

  test('a write inside a write is refused instead of waiting for itself', async () => {
    await expect(ports.db.write(() => ports.db.write(async () => 1))).rejects.toThrow('inside another write');
  });

  test('the reading connection cannot write', async () => {
    const reader = ports.db.read.prisma as unknown as { shop: { create(args: unknown): Promise<unknown> } };
    await expect(reader.shop.create({ data: shop('x') })).rejects.toThrow();
  });
});

test('in a group commit, a caller that fails takes back only its own rows', async () => {
  const insert = (view: string, fail: boolean) =>
    ports.db.group(async (tx) => {
      await tx.run(SEEN, { view });
      if (fail) throw new Error('no');
    });
  const results = await Promise.allSettled([insert('a', false), insert('b', true), insert('c', false)]);
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  const rows = await ports.db.read.prisma.shelfEvent.findMany({ orderBy: { view: 'asc' } });
  expect(rows.map((row) => row.view)).toEqual(['a', 'c']);
});

test('an id beyond 2^53 comes back whole, through Prisma and through statements', async () => {
  const productId = 9_007_199_254_740_993n;
  await ports.db.write((tx) =>
    tx.prisma.consumable.create({
      data: {
        shopId: 1,
        productId,
        modelSays: true,
        holds: true,
        score: 1,
        evidence: {},
        decidedAt: new Date(0),
      },
    }),
  );
  expect((await ports.db.read.prisma.consumable.findFirstOrThrow()).productId).toBe(productId);
  expect(await ports.db.read.first(PRODUCT, {})).toEqual({ productId });
});

test('one SQLite library is loaded', async () => {
  await ports.db.read.prisma.shop.count();
  const maps = existsSync('/proc/self/maps') ? readFileSync('/proc/self/maps', 'utf8') : '';
  const libraries = new Set(
    maps.match(/\/\S*(?:better_sqlite3|libsql|sqlite3)\S*\.(?:node|so[.\d]*)$/gm) ?? [],
  );
  expect(libraries.size).toBeLessThanOrEqual(1);
  const ours = createRequire(import.meta.url);
  const adapters = createRequire(ours.resolve('@prisma/adapter-better-sqlite3'));
  expect(adapters.resolve('better-sqlite3')).toBe(ours.resolve('better-sqlite3'));
});

test('2,000 transactions open no new files and keep the pragmas', async () => {
  const openFiles = () => (existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').length : 0);
  await ports.db.write(async (tx) => tx.prisma.shop.count());
  const before = openFiles();
  for (let i = 0; i < 2000; i += 1) await ports.db.write(async (tx) => tx.prisma.$queryRaw`SELECT 1`);
  expect(openFiles()).toBeLessThanOrEqual(before + 2);
  const pragmas = await ports.db.write(async (tx) => [
    await tx.prisma.$queryRaw`PRAGMA foreign_keys`,
    await tx.prisma.$queryRaw`PRAGMA journal_mode`,
    await tx.prisma.$queryRaw`PRAGMA synchronous`,
  ]);
  expect(pragmas).toEqual([[{ foreign_keys: 1n }], [{ journal_mode: 'wal' }], [{ synchronous: 1n }]]);
});

describe('at boot', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'larder-boot-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('a second writing process refuses to start with a clear sentence', async () => {
    const script = `
      import { openDatabase } from ${JSON.stringify(join(import.meta.dirname, 'open-database.server.ts'))};
      openDatabase({ file: ${JSON.stringify(ports.config.databaseFile)}, migrations: ${JSON.stringify(MIGRATIONS)} })
        .then(() => process.exit(0), (error) => { process.stdout.write(error.message); process.exit(3); });`;
    const second = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    expect(second.stdout).toContain('Another Larder process already writes to');
    expect(second.status).toBe(3);
  });

  test('a missing database is created', async () => {
    const db = await openDatabase({ file: join(folder, 'deep', 'new.sqlite'), migrations: MIGRATIONS });
    expect(await db.read.prisma.shop.count()).toBe(0);
    await db.close();
  });

  test('a folder in the way of the file is named', async () => {
    mkdirSync(join(folder, 'larder.sqlite'));
    await expect(
      openDatabase({ file: join(folder, 'larder.sqlite'), migrations: MIGRATIONS }),
    ).rejects.toThrow(/larder\.sqlite/);
  });

  test('a database that somebody else keeps locked is named', async () => {
    const file = join(folder, 'locked.sqlite');
    copyFileSync(ports.config.databaseFile, file);
    const other = new Sqlite(`${file}.lock`);
    other.exec('BEGIN EXCLUSIVE');
    await expect(openDatabase({ file, migrations: MIGRATIONS })).rejects.toThrow('Another Larder process');
    other.close();
  });

  test('a place that cannot be written says so', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    const file = join(folder, 'a-file', 'larder.sqlite');
    await expect(openDatabase({ file, migrations: MIGRATIONS })).rejects.toThrow(
      'Larder cannot write its database',
    );
  });
});

test('a statement sees what was written before it, by whichever door, also within one turn', async () => {
  const insert = (domain: string) => ports.db.group((tx) => tx.run(INSTALL, { domain }));
  const seen: number[] = [];
  const look = async () => void seen.push((await ports.db.read.first(SHOPS, {}))?.n ?? -1);
  void look();
  const writes = [
    insert('a').then(look),
    ports.db.write((tx) => tx.prisma.shop.create({ data: shop('b') })).then(look),
  ];
  void look();
  await Promise.all(writes);
  await insert('c').then(look);
  expect(seen).toEqual([0, 0, 1, 2, 3]);
});
