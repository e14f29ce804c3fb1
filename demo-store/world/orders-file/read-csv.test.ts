import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCsv } from './read-csv';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'csv-'))));
afterAll(() => rm(folder, { recursive: true }));

async function read(content: string | Buffer): Promise<{ records: string[][]; bytes: number }> {
  const file = join(folder, 'file.csv');
  await writeFile(file, content);
  const records: string[][] = [];
  let bytes = 0;
  for await (const batch of readCsv(file, (done) => (bytes = done))) records.push(...batch);
  return { records, bytes };
}

test('fields may hold commas, quotes and line breaks', async () => {
  const text = 'a,b,c\r\n"1,5","say ""hi""","two\nlines"\n\n,,\nx,"",last';
  expect((await read(text)).records).toEqual([
    ['a', 'b', 'c'],
    ['1,5', 'say "hi"', 'two\nlines'],
    ['', '', ''],
    ['x', '', 'last'],
  ]);
});

test('a gzipped file is known by its bytes, and records may span chunks', async () => {
  const rows = Array.from({ length: 40_000 }, (_, place) => `${place},"£ ${place}\n",é`);
  const zipped = gzipSync(rows.join('\n'));
  const { records, bytes } = await read(zipped);
  expect(records).toHaveLength(40_000);
  expect(records[39_999]).toEqual(['39999', '£ 39999\n', 'é']);
  expect(bytes).toBe(zipped.length);
});

test('a damaged archive is an error', async () => {
  const zipped = gzipSync('a,b\n'.repeat(1000));
  await expect(read(zipped.subarray(0, zipped.length / 2))).rejects.toThrow('unexpected end of file');
});
