/** Every statement of the program: it fits the database, speaks no dialect and names its shop. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Prisma } from '@prisma/client';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sqliteStatements } from '../../app/db/sqlite-sql';
import type { Statement } from '../../app/db/statement';
import { makeTestPorts, type TestPorts } from '../support/test-ports';

const APP = join(import.meta.dirname, '../../app');

const withStatements = readdirSync(APP, { recursive: true, encoding: 'utf8' }).filter(
  (name) =>
    /\.tsx?$/.test(name) &&
    !/\.test\.tsx?$/.test(name) &&
    /\bstatement\(\s*[`'"]/.test(readFileSync(join(APP, name), 'utf8')),
);

let ports: TestPorts;
let knownStatements: readonly Statement<unknown, unknown>[];
let statements: readonly string[];
beforeAll(async () => {
  ports = await makeTestPorts();
  vi.resetModules(); // this process may have run tests with statements of their own
  ({ knownStatements } = await import('../../app/db/statement'));
  for (const name of withStatements) await import(join(APP, name));
  statements = knownStatements.map(({ sql }) => sql);
});
afterAll(() => ports.close());

test('every statement fits the migrated database and returns the columns that it declares', () => {
  const db = new Sqlite(ports.config.databaseFile, { readonly: true });
  const { prepare } = sqliteStatements(db);
  const unfit = knownStatements.flatMap((candidate) => {
    try {
      prepare(candidate);
      return [];
    } catch (error) {
      return [`${String(error)}\n${candidate.sql}`];
    }
  });
  db.close();
  expect(unfit).toEqual([]);
  expect(knownStatements.length).toBeGreaterThan(withStatements.length);
});

/** What only one of the engines understands, and what stands for it in both (app/db/statement.ts). */
const DIALECT: readonly (readonly [RegExp, string])[] = [
  [/\bjson_(each|extract|group_array|object)\b/i, 'numbers(:ids), texts(:words), rows(:lines, …) or ->>'],
  [/\bINSERT OR\b/i, 'ON CONFLICT ("…") DO …'],
  [/\bON CONFLICT DO\b/i, 'the columns of the conflict'],
  [/\bIS (NOT )?[:"]/, 'IS NOT DISTINCT FROM'],
  [/"(is|has|holds|can)[A-Z]?\w*" (=|<>|!=) [01]\b/, 'TRUE and FALSE'],
  [/\b(min|max)\([^()]*,/i, 'CASE WHEN'],
  [/\b(rowid|GLOB|ifnull|strftime|unixepoch|total|iif)\b/i, 'the common subset'],
  [/[@$?]\w/, ':name'],
];

test.each(DIALECT)('no statement has %s', (pattern, instead) => {
  expect(
    statements.filter((sql) => pattern.test(sql)),
    `write ${instead}`,
  ).toEqual([]);
});

describe('every query names its shop', () => {
  /** One queue, or one sweep, for all shops of the process. */
  const OF_ALL_SHOPS: readonly (readonly [RegExp, string])[] = [
    [/"(Job|Schedule)"/, 'the queue is one for all; who works it off takes the oldest, whose ever it is'],
    [/count\(\*\) AS "n" FROM "(DirtyOrder|InboxMessage)"/, 'whether anything is left to do, in any shop'],
    [/DELETE FROM "ImportReject" WHERE "importId" IN/, 'what is kept for thirty days goes in every shop'],
    [
      /FROM "Reminder"[^]*substr\("email"|GROUP BY 1|UPDATE "Reminder" SET "email"/,
      'a new key seals every shop’s',
    ],
    [/FROM "Shop" s\s+LEFT JOIN "Tactic"/, 'by its domain'],
  ];
  const tenantTables = new Set(
    Prisma.dmmf.datamodel.models
      .filter((model) => model.fields.some((field) => field.name === 'shopId'))
      .map((model) => model.name),
  );
  const tablesOf = (sql: string) =>
    [...sql.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE)\s+"(\w+)"/g)].map((match) => match[1] ?? '');

  test('in SQL', () => {
    const nameless = statements.filter(
      (sql) =>
        tablesOf(sql).some((table) => tenantTables.has(table)) &&
        !/:shopId\b|"shopId" number/.test(sql) &&
        !OF_ALL_SHOPS.some(([known]) => known.test(sql)),
    );
    expect(nameless).toEqual([]);
  });

  test('in joins: every table of a tenant that has a name in it says its shop', () => {
    const loose = statements.flatMap((sql) =>
      [...sql.matchAll(/\b(?:FROM|JOIN)\s+"(\w+)" (?:AS )?([a-z]\w*)\b/g)]
        .filter(([, table = '', name = '']) => tenantTables.has(table) && !sql.includes(`${name}."shopId"`))
        .filter(() => !OF_ALL_SHOPS.some(([known]) => known.test(sql)))
        .map(([, table = '', name = '']) => `${table} ${name}: join it by its shop as well: ${sql}`),
    );
    expect(loose).toEqual([]);
  });
});
