import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { themeCheckRun } from '@shopify/theme-check-node';
import { expect, test } from 'vitest';

const SHELF = join(import.meta.dirname, '../../extensions/refill-shelf');

async function findings(folder: string): Promise<string[]> {
  const { offenses } = await themeCheckRun(folder);
  return offenses.map(({ check, message }) => `${check}: ${message}`);
}

test('theme check finds nothing in the theme app extension', async () => {
  expect(await findings(SHELF)).toEqual([]);
});

test('theme check would notice a broken block', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'larder-theme-check-'));
  try {
    cpSync(SHELF, copy, { recursive: true });
    const block = join(copy, 'blocks/refill-shelf.liquid');
    writeFileSync(block, readFileSync(block, 'utf8').replace('| escape', '| no_such_filter'));
    expect(await findings(copy)).toEqual([expect.stringContaining('no_such_filter')]);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
