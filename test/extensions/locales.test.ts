import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const EXTENSIONS = join(import.meta.dirname, '../../extensions');
const CASES = ['refill-shelf', 'refill-reminder'].flatMap((extension) => {
  const files = readdirSync(join(EXTENSIONS, extension, 'locales'));
  return files.map((file) => ({
    extension,
    file,
    original: `en.default${file.includes('.schema') ? '.schema' : ''}.json`,
  }));
});

type Words = { [key: string]: string | Words };

const read = (extension: string, file: string) =>
  JSON.parse(readFileSync(join(EXTENSIONS, extension, 'locales', file), 'utf8')) as Words;

/** Every text by its path, with the places it fills in; plural forms count as one. */
function shape(words: Words, path = ''): Record<string, string[]> {
  if (typeof words.other === 'string') return { [path]: placeholders(words.other) };
  return Object.assign(
    {},
    ...Object.entries(words).map(([key, value]) =>
      typeof value === 'string'
        ? { [`${path}.${key}`]: placeholders(value) }
        : shape(value, `${path}.${key}`),
    ),
  ) as Record<string, string[]>;
}
const placeholders = (text: string) => (text.match(/\{\{\s*\w+\s*\}\}/g) ?? []).sort();

describe.each(CASES)('$extension/locales/$file', ({ extension, file, original }) => {
  test('says the same things as the English one, with the same places to fill in', () => {
    expect(shape(read(extension, file))).toEqual(shape(read(extension, original)));
  });

  test('stays below the 15 KB that Shopify allows', () => {
    expect(readFileSync(join(EXTENSIONS, extension, 'locales', file)).length).toBeLessThan(15_000);
  });

  test('promises nothing and hurries nobody', () => {
    expect(JSON.stringify(read(extension, file))).not.toMatch(
      /guarantee|hurry|last chance|don['’]t miss|larder/i,
    );
  });
});
