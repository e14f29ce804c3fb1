/** Every statement of the program, and the file that it stands in. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { vi } from 'vitest';
import type { Statement } from '../../app/db/statement';

const ROOT = join(import.meta.dirname, '../..');
const FORMS = ['.ts', '.tsx', '/index.ts'];

export interface PlacedStatement extends Statement<unknown, unknown> {
  /** From the root of the repository: `app/orders/order-store.server.ts`. */
  readonly path: string;
}

/** @returns none twice; each module is loaded after those that it imports, so that what is new is its own */
export async function loadStatements(): Promise<readonly PlacedStatement[]> {
  vi.resetModules(); // this process may have run tests with statements of their own
  const { knownStatements } = await import('../../app/db/statement');
  const placed: PlacedStatement[] = [];
  const seen = new Set<string>();
  const visit = async (file: string): Promise<void> => {
    if (seen.has(file)) return;
    seen.add(file);
    const code = readFileSync(file, 'utf8');
    for (const imported of importsOf(file, code)) await visit(imported);
    if (!/\bstatement\(/.test(code) || file.endsWith('/db/statement.ts')) return;
    await import(file);
    for (const statement of knownStatements.slice(placed.length))
      placed.push({ ...statement, path: relative(ROOT, file) });
  };
  const names = readdirSync(join(ROOT, 'app'), { recursive: true, encoding: 'utf8' });
  for (const name of names.sort())
    if (/\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name)) await visit(join(ROOT, 'app', name));
  return placed;
}

function importsOf(file: string, code: string): readonly string[] {
  return [...code.matchAll(/\bfrom '(\.[^']+)'/g)].flatMap(([, from = '']) => {
    const form = FORMS.find((end) => existsSync(join(dirname(file), from) + end));
    return form === undefined ? [] : join(dirname(file), from) + form;
  });
}
