/** Every statement of the program: it fits the database, speaks no dialect and names its shop. */
import { Prisma } from '@prisma/client';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sqliteStatements } from '../../app/db/sqlite-sql';
import { loadStatements, type PlacedStatement } from '../support/load-statements';
import { makeTestPorts, type TestPorts } from '../support/test-ports';

let ports: TestPorts;
let known: readonly PlacedStatement[];
let statements: readonly string[];
beforeAll(async () => {
  ports = await makeTestPorts();
  known = await loadStatements();
  statements = known.map(({ sql }) => sql);
});
afterAll(() => ports.close());

test('every statement fits the migrated database and returns the columns that it declares', () => {
  const db = new Sqlite(ports.config.databaseFile, { readonly: true });
  const { prepare } = sqliteStatements(db);
  const unfit = known.flatMap((candidate) => {
    try {
      prepare(candidate);
      return [];
    } catch (error) {
      return [`${candidate.path}: ${String(error)}\n${candidate.sql}`];
    }
  });
  db.close();
  expect(unfit).toEqual([]);
  expect(known.length).toBeGreaterThan(new Set(known.map(({ path }) => path)).size);
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
      /FROM "(Reminder|FollowUp)"[^]*substr\("email"|GROUP BY 1|UPDATE "(Reminder|FollowUp)" SET "email"/,
      'a new key seals every shop’s',
    ],
    [/FROM "FollowUp"\s+WHERE "state" = 'waiting'/, 'moments come in all shops, the longest due first'],
    [/FROM "Shop" s\s+LEFT JOIN "Tactic"/, 'by its domain'],
  ];
  const tenantTables = new Set(
    Prisma.dmmf.datamodel.models
      .filter((model) => model.fields.some((field) => field.name === 'shopId'))
      .map((model) => model.name),
  );
  test('in SQL', () => {
    const nameless = known.filter(
      ({ sql, reads, writes }) =>
        [...reads, ...writes].some((table) => tenantTables.has(table)) &&
        !/:shopId\b|"shopId" number/.test(sql) &&
        !OF_ALL_SHOPS.some(([form]) => form.test(sql)),
    );
    expect(nameless.map(({ path, sql }) => `${path}: ${sql}`)).toEqual([]);
  });

  test('in joins: every table of a tenant that has a name in it says its shop', () => {
    const loose = statements.flatMap((sql) =>
      [...sql.matchAll(/\b(?:FROM|JOIN)\s+"(\w+)" (?:AS )?([a-z]\w*)\b/g)]
        .filter(([, table = '', name = '']) => tenantTables.has(table) && !sql.includes(`${name}."shopId"`))
        .filter(() => !OF_ALL_SHOPS.some(([form]) => form.test(sql)))
        .map(([, table = '', name = '']) => `${table} ${name}: join it by its shop as well: ${sql}`),
    );
    expect(loose).toEqual([]);
  });
});
