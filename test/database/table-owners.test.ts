/** Who may touch which table, read from the code: its owner and privacy write, its owner and later rooms read. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { REGISTER } from '../../app/privacy/register';
import { loadStatements } from '../support/load-statements';
import { FEATURES } from '../support/rooms';

const ROOT = join(import.meta.dirname, '../..');

interface Touch {
  readonly path: string;
  readonly table: string;
  readonly writes: boolean;
}

const PRISMA = /\bprisma\s*\.\s*(\w+)\s*\.\s*(\w+)/g;

const owners = new Map(Object.entries(REGISTER).map(([table, { owner }]) => [table, owner]));
const tableOf = (model: string) => model.charAt(0).toUpperCase() + model.slice(1);

function inPrisma(path: string): Touch[] {
  const code = readFileSync(join(ROOT, path), 'utf8');
  return [...code.matchAll(PRISMA)].map(([, model = '', method = '']) => ({
    path,
    table: tableOf(model),
    writes: /^(create|update|upsert|delete)/.test(method),
  }));
}

async function inSql(): Promise<Touch[]> {
  return (await loadStatements()).flatMap(({ path, reads, writes }) => [
    ...reads.map((table) => ({ path, table, writes: false })),
    ...writes.map((table) => ({ path, table, writes: true })),
  ]);
}

const roomOf = (path: string) => /^app\/([^/]+)\//.exec(path)?.[1] ?? '';
const sources = readdirSync(join(ROOT, 'app'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => `app/${name}`);
const touches = [...sources.flatMap(inPrisma), ...(await inSql())].filter(({ table }) => owners.has(table));

test('the tables are found', () => expect(new Set(touches.map(({ table }) => table)).size).toBe(owners.size));

test('only a table’s owner and privacy/ write it', () => {
  const strangers = touches.filter(
    ({ path, table, writes }) => writes && ![owners.get(table), 'privacy'].includes(roomOf(path)),
  );
  expect(
    strangers.map(
      ({ path, table }) =>
        `${path} writes "${table}", which is ${owners.get(table)}’s: call its store, or tell it by a job.`,
    ),
  ).toEqual([]);
});

test('only a table’s owner and later rooms read it', () => {
  const rankOf = (room: string | undefined) => FEATURES.findIndex((feature) => feature === room);
  const upwards = touches.filter(({ path, table, writes }) => {
    const [owner, reader] = [rankOf(owners.get(table)), rankOf(roomOf(path))];
    return !writes && owner >= 0 && reader < owner;
  });
  expect(
    upwards.map(
      ({ path, table }) =>
        `${path} reads "${table}", which is the later room ${owners.get(table)}’s: move the query there.`,
    ),
  ).toEqual([]);
});

test('every table has an owner that is a room', () => {
  const rooms = new Set<string>([...FEATURES, 'jobs', 'shopify']);
  expect([...owners].filter(([, owner]) => !rooms.has(owner))).toEqual([]);
});
