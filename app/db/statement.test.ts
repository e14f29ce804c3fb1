import { setTimeout } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { makeTestPorts, type TestPorts } from '../../test/support/test-ports';
import type { Sql } from '../ports';
import { sqlOfThread } from './sqlite-sql';
import { bigId, flag, instant, int, json, oneOf, orNull, statement, text } from './statement';

const EVENT = `INSERT INTO "ShelfEvent" VALUES (1, :view, 'seen', 1, 0, 0)`;
const ADD_EVENT = statement(EVENT);
const EVENTS = statement(`SELECT "view" FROM "ShelfEvent" WHERE "shopId" = 1 ORDER BY "view"`, {
  view: text,
});

describe('a row', () => {
  const KINDS = statement(
    `SELECT :whole AS "whole", :large AS "large", :yes AS "yes", :at AS "at", :word AS "word", NULL AS "none",
       '{"a":1}' AS "form"`,
    {
      whole: int,
      large: bigId,
      yes: flag,
      at: instant,
      word: oneOf(['shelf', 'reminder']),
      none: orNull(int),
      form: json(z.object({ a: z.number() })),
    },
  );
  const sql = sqlOfThread(new Sqlite(':memory:'));

  test('arrives decoded, and so typed', async () => {
    const at = new Date('2026-12-01T10:00:00Z');
    const large = 9_007_199_254_740_993n;
    const row = await sql.first(KINDS, { whole: 7, large, yes: true, at, word: 'shelf' });
    expect(row).toEqual({ whole: 7, large, yes: true, at, word: 'shelf', none: null, form: { a: 1 } });
    if (row) expectTypeOf(row.word).toEqualTypeOf<'shelf' | 'reminder'>();
    if (row) expectTypeOf(row.none).toEqualTypeOf<number | null>();
  });

  test('with a word that nobody knows is refused', async () => {
    const about = { whole: 1, large: 1n, yes: false, at: new Date(0), word: 'banner' };
    await expect(sql.first(KINDS, about)).rejects.toThrow('“banner” is none of shelf, reminder');
  });

  test('with other columns than declared is refused, and says which', async () => {
    const wrong = statement('SELECT 1 AS "a"', { b: int });
    await expect(sql.all(wrong, {})).rejects.toThrow('missing in the SQL: b; not declared: a');
  });

  test('the compiler asks for each parameter by its name', async () => {
    const two = statement('SELECT :left + :right AS "sum"', { sum: int });
    // @ts-expect-error `right` is missing
    await expect(sql.first(two, { left: 1 })).rejects.toThrow('parameter :right');
    expect(await sql.first(two, { left: 1, right: 2 })).toEqual({ sum: 3 });
  });
});

test('lists and rows are table functions of the face', async () => {
  const sql = sqlOfThread(new Sqlite(':memory:'));
  const numbers = statement('SELECT "value" FROM numbers(:ids) AS ids ORDER BY "value"', { value: bigId });
  const large = 9_007_199_254_740_993n;
  expect(await sql.all(numbers, { ids: [large, 2] })).toEqual([{ value: 2n }, { value: large }]);

  const rows = statement(
    `SELECT "id", "title", "isGift", "at" FROM rows(:lines, "id" number, "title" text, "isGift" flag, "at" instant) AS r`,
    { id: bigId, title: orNull(text), isGift: flag, at: instant },
  );
  const at = new Date(1_000);
  const lines = [
    { id: large, title: 'Soap “x” 5’', isGift: true, at },
    { id: 1n, title: null, isGift: false, at },
  ];
  expect(await sql.all(rows, { lines })).toEqual(lines);
  const seen: unknown[] = [];
  for await (const { id } of sql.each(rows, { lines })) seen.push(id);
  expect(seen).toEqual([large, 1n]);
});

describe('a write of a group', () => {
  let ports: TestPorts;
  beforeEach(async () => {
    ports = await makeTestPorts();
  });
  afterEach(() => ports.close());

  const views = async () => (await ports.db.read.all(EVENTS, {})).map(({ view }) => view);
  const add = (view: string) => ports.db.group((tx) => tx.run(ADD_EVENT, { view }));

  test('that awaits something outside is refused and taken back; the others of its group are not', async () => {
    let late: Promise<unknown> | null = null;
    const waits = ports.db.group(async (tx) => {
      await tx.run(ADD_EVENT, { view: 'waits' });
      await setTimeout(20);
      late = tx.run(ADD_EVENT, { view: 'late' });
      await late;
    });
    const [refused] = await Promise.allSettled([waits, add('a'), add('b')]);
    expect(refused).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringContaining('awaited something other than its own transaction') },
    });
    expect(await views()).toEqual(['a', 'b']);
    await setTimeout(60);
    await expect(late).rejects.toThrow('This transaction has ended');
    await add('c');
    expect(await views()).toEqual(['a', 'b', 'c']);
  });

  test('inside another write is refused instead of waiting for itself', async () => {
    await expect(ports.db.group(() => add('inside'))).rejects.toThrow('inside another write');
    await expect(ports.db.write(() => add('inside'))).rejects.toThrow('inside another write');
    expect(await views()).toEqual([]);
  });
});

describe('statements and Prisma in one transaction', () => {
  let ports: TestPorts;
  beforeEach(async () => {
    ports = await makeTestPorts();
  });
  afterEach(() => ports.close());

  test('see each other and are taken back together', async () => {
    const seen: unknown[] = [];
    const failing = ports.db.write(async (tx) => {
      await tx.run(ADD_EVENT, { view: 'statement' });
      await tx.prisma.shelfEvent.create({
        data: { shopId: 1, view: 'prisma', type: 'seen', productId: 1n, keyId: 0, at: new Date(0) },
      });
      seen.push(...(await tx.all(EVENTS, {})), await tx.prisma.shelfEvent.count());
      throw new Error('taken back');
    });
    await expect(failing).rejects.toThrow('taken back');
    expect(seen).toEqual([{ view: 'prisma' }, { view: 'statement' }, 2]);
    expect(await ports.db.read.all(EVENTS, {})).toEqual([]);
  });
});

describe('a kept answer', () => {
  let ports: TestPorts;
  beforeEach(async () => {
    ports = await makeTestPorts();
    await ports.db.write((tx) =>
      tx.prisma.shop.create({ data: { domain: 'corner.test', name: 'Corner', installedAt: new Date(0) } }),
    );
  });
  afterEach(() => ports.close());

  const NAME = statement(
    `SELECT "name" FROM "Shop" WHERE "domain" = :domain`,
    { name: text },
    { isKept: true },
  );
  const RENAME = statement(`UPDATE "Shop" SET "name" = :name WHERE "domain" = :domain`);
  const domain = 'corner.test';
  const nameOf = async (sql: Sql) => (await sql.first(NAME, { domain }))?.name;

  test('is true after each way of writing its table, also within the group that writes it', async () => {
    const { db } = ports;
    expect(await nameOf(db.read)).toBe('Corner');
    const inside = await db.group(async (tx) => {
      const before = await nameOf(tx);
      await tx.run(RENAME, { domain, name: 'Larder' });
      return [before, await nameOf(tx), await nameOf(db.read)];
    });
    expect(inside).toEqual(['Corner', 'Larder', 'Corner']);
    expect(await nameOf(db.read)).toBe('Larder');
    await db.write((tx) => tx.run(RENAME, { domain, name: 'Pantry' }));
    expect(await nameOf(db.read)).toBe('Pantry');
    await db.write((tx) => tx.prisma.shop.update({ where: { domain }, data: { name: 'Store' } }));
    expect(await nameOf(db.read)).toBe('Store');
    expect(await db.read.first(NAME, { domain: 'nobody' })).toBeNull();
  });

  test('is not spoilt by a write that was taken back', async () => {
    const { db } = ports;
    const failing = db.group(async (tx) => {
      await tx.run(RENAME, { domain, name: 'never' });
      expect(await nameOf(tx)).toBe('never');
      throw new Error('taken back');
    });
    await expect(failing).rejects.toThrow('taken back');
    expect(await db.group(nameOf)).toBe('Corner');
    expect(await nameOf(db.read)).toBe('Corner');
  });
});
