/**
 * Every call of Prisma on a tenant's table names its shop in its `where` or `data`, as statements do. The compiler says so: it
 * knows the type of what is passed, through constants, functions and spreads.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Prisma } from '@prisma/client';
import ts from 'typescript';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

const tenantModels = new Set(
  Prisma.dmmf.datamodel.models
    .filter(({ fields }) => fields.some(({ name }) => name === 'shopId'))
    .map(({ name }) => name.charAt(0).toLowerCase() + name.slice(1)),
);

interface PrismaCall {
  readonly path: string;
  /** The function that asks, where it has a name. */
  readonly within: string;
  readonly call: string;
  readonly namesShop: boolean;
}

const paths = readdirSync(join(ROOT, 'app'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => `app/${name}`)
  .filter((path) => /\bprisma\b/.test(readFileSync(join(ROOT, path), 'utf8')));

const config: unknown = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) =>
  readFileSync(path, 'utf8'),
).config;
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
const program = ts.createProgram(
  paths.map((path) => join(ROOT, path)),
  { ...options, noEmit: true },
);
const checker = program.getTypeChecker();

/** What has to name the shop: the rows that are asked for, those that are made, or both. */
function partsOf(method: string): readonly string[] {
  if (method === 'upsert') return ['where', 'create'];
  return method.startsWith('create') ? ['data'] : ['where'];
}

/** Whether the part is always there and its type always has the shop, alone or as the first of a key, wherever it comes from. */
function isBoundToShop(argument: ts.Expression, part: string): boolean {
  const found = checker.getTypeAtLocation(argument).getProperty(part);
  return (
    found !== undefined && isAlways(found) && hasShop(checker.getTypeOfSymbolAtLocation(found, argument))
  );
}

function hasShop(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.every(hasShop);
  const item = checker.isArrayType(type) ? checker.getIndexTypeOfType(type, ts.IndexKind.Number) : undefined;
  if (item) return hasShop(item);
  return type.getProperties().some((property) => /^shopId(_|$)/.test(property.name) && isAlways(property));
}

const isAlways = (property: ts.Symbol) => (property.flags & ts.SymbolFlags.Optional) === 0;

function functionAround(node: ts.Node): string {
  for (let at: ts.Node | undefined = node; at; at = at.parent)
    if (ts.isFunctionDeclaration(at) && at.name) return at.name.text;
  return '';
}

function callsIn(path: string): PrismaCall[] {
  const source = program.getSourceFile(join(ROOT, path));
  if (!source) throw new Error(`${path} is not in the program`);
  const calls: PrismaCall[] = [];
  const visit = (node: ts.Node): void => {
    const [, model = '', method = ''] =
      ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)
        ? (/\bprisma\s*\.\s*(\w+)\s*\.\s*(\w+)$/.exec(node.expression.getText()) ?? [])
        : [];
    if (ts.isCallExpression(node) && tenantModels.has(model)) {
      const [argument] = node.arguments;
      const namesShop =
        argument !== undefined && partsOf(method).every((part) => isBoundToShop(argument, part));
      calls.push({ path, within: functionAround(node), call: `${model}.${method}`, namesShop });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return calls;
}

const calls = paths.flatMap(callsIn);

/** What asks for all shops, or before it knows whose, and why. */
const OF_ALL_SHOPS: Readonly<Record<string, string>> = {
  createSqliteJobs: 'the queue is one for all shops of the house',
  findLink: 'a stranger comes with a token of 256 bits, which says whose it is',
  shopOfCalendar: 'a calendar comes with a token of 256 bits, which says whose it is',
  listNewMessages: 'the inbox is worked off in order of arrival, whosever it is, and then by shop',
  forgetOldMessages: 'what is old goes in every shop',
  dueMessages: 'the sender takes what is due first, whosever it is',
  nextDueAt: 'the sender sleeps until anything of any shop is due',
  silentClaims: 'a sender that died had messages of several shops',
  listOpenUploads: 'at boot, every upload that waits',
};

test('the calls are found', () => expect(calls.length).toBeGreaterThan(100));

test('every call names its shop', () => {
  const nameless = calls.filter(({ within, namesShop }) => !namesShop && !(within in OF_ALL_SHOPS));
  expect(
    nameless.map(
      ({ path, within, call }) =>
        `${path}: ${call} in ${within} reaches every shop: put shopId into its where or data (or say in this test why not).`,
    ),
  ).toEqual([]);
});

test('what the list excuses is there', () => {
  const nameless = new Set(calls.filter((call) => !call.namesShop).map(({ within }) => within));
  expect(Object.keys(OF_ALL_SHOPS).filter((name) => !nameless.has(name))).toEqual([]);
});
