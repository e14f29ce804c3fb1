/** Every call of Prisma on a tenant's table names its shop, as statements do: read from the code. */
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

/** Whether a call's argument says shopId, or a constant, function or parameter that it names. */
function isAboutShop(node: ts.Node, seen = new Set<ts.Node>()): boolean {
  if (seen.has(node)) return false;
  seen.add(node);
  if (/shopId(?!: true)/.test(node.getText())) return true; // not where it is only selected
  const names: ts.Identifier[] = [];
  const collect = (part: ts.Node): void => {
    const isLabel =
      (ts.isPropertyAssignment(part.parent) || ts.isPropertyAccessExpression(part.parent)) &&
      part.parent.name === part;
    if (ts.isIdentifier(part) && !isLabel) names.push(part);
    ts.forEachChild(part, collect);
  };
  collect(node);
  return names.some((name) => {
    const declared = declarationOf(name);
    return declared !== undefined && isAboutShop(declared, seen);
  });
}

/** The nearest constant, function or parameter of that name. */
function declarationOf(name: ts.Identifier): ts.Node | undefined {
  for (let scope: ts.Node | undefined = name.parent; scope; scope = scope.parent) {
    if (ts.isFunctionLike(scope)) {
      const parameter = scope.parameters.find((declared) => declares(declared.name, name.text));
      if (parameter) return parameter;
    }
    if (!ts.isBlock(scope) && !ts.isSourceFile(scope)) continue;
    for (const statement of scope.statements) {
      if (ts.isFunctionDeclaration(statement) && statement.name?.text === name.text) return statement;
      if (!ts.isVariableStatement(statement)) continue;
      const found = statement.declarationList.declarations.find((declared) =>
        declares(declared.name, name.text),
      );
      if (found) return found;
    }
  }
  return undefined;
}

function declares(binding: ts.BindingName, name: string): boolean {
  if (ts.isIdentifier(binding)) return binding.text === name;
  return binding.elements.some((element) => ts.isBindingElement(element) && declares(element.name, name));
}

function functionAround(node: ts.Node): string {
  for (let at: ts.Node | undefined = node; at; at = at.parent)
    if (ts.isFunctionDeclaration(at) && at.name) return at.name.text;
  return '';
}

function callsIn(path: string): PrismaCall[] {
  const code = readFileSync(join(ROOT, path), 'utf8');
  if (!/\bprisma\b/.test(code)) return [];
  const calls: PrismaCall[] = [];
  const visit = (node: ts.Node): void => {
    const [, model = '', method = ''] =
      ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)
        ? (/\bprisma\s*\.\s*(\w+)\s*\.\s*(\w+)$/.exec(node.expression.getText()) ?? [])
        : [];
    if (ts.isCallExpression(node) && tenantModels.has(model)) {
      const namesShop = node.arguments.some((argument) => isAboutShop(argument));
      calls.push({ path, within: functionAround(node), call: `${model}.${method}`, namesShop });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true));
  return calls;
}

const calls = readdirSync(join(ROOT, 'app'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .flatMap((name) => callsIn(`app/${name}`));

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
