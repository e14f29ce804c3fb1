import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const ASSETS = join(import.meta.dirname, '../../extensions/refill-shelf/assets');

const compressed = (...names: string[]) =>
  names.reduce((sum, name) => sum + gzipSync(readFileSync(join(ASSETS, name)), { level: 9 }).length, 0);

test('the shelf and what it loads stay within 4 KB', () => {
  expect(compressed('shelf.js', 'visitor.js')).toBeLessThanOrEqual(4096);
});

test('the embed, which every page loads, stays within 1 KB', () => {
  expect(compressed('visitor.js')).toBeLessThanOrEqual(1024);
});

test('the stylesheet stays within 2 KB', () => {
  expect(compressed('shelf.css')).toBeLessThanOrEqual(2048);
});
