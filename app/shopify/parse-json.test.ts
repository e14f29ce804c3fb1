import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseJsonKeepingIds } from './parse-json';

it('keeps every digit of an id, wherever it stands', () => {
  const text = '{"id":9007199254740993,"ids":[-9007199254740993,12],"of":{"id": 1234567890123456 }}';
  expect(parseJsonKeepingIds(text)).toEqual({
    id: '9007199254740993',
    ids: ['-9007199254740993', 12],
    of: { id: '1234567890123456' },
  });
});

it('leaves digits in strings, fractions and powers as they are', () => {
  const said = 'call 1234567890123456, \\"1234567890123456\\" or \\\\';
  const text = `{"say":"${said}","fraction":0.12345678901234567,"power":1e21,"long":12345678901234567.5}`;
  expect(parseJsonKeepingIds(text)).toEqual(JSON.parse(text));
});

/** No number in it has 16 digits before its point, so that JSON.parse keeps all of it. */
const shortNumbered = fc.json({ maxDepth: 4 }).filter((text) => !/\d{16}/.test(text));

it('is JSON.parse for everything else', () => {
  fc.assert(
    fc.property(shortNumbered, (text) => {
      expect(parseJsonKeepingIds(text)).toEqual(JSON.parse(text));
    }),
  );
});

it('reads what it would write, with ids as strings', () => {
  const id = fc.bigInt({ min: 10n ** 15n, max: 2n ** 63n - 1n });
  fc.assert(
    fc.property(fc.array(fc.oneof(id, fc.string())), (values) => {
      const text = `[${values.map((value) => (typeof value === 'bigint' ? value : JSON.stringify(value))).join()}]`;
      expect(parseJsonKeepingIds(text)).toEqual(values.map(String));
    }),
  );
});

const MANY = 3_000_000;

// Each of these would take hours if any part were read again for each of its beginnings.
it.each([
  ['digits that end as no integer', `${'1'.repeat(MANY)}e`],
  ['a string that never ends', `"${'\\"'.repeat(MANY)}`],
  ['signs without a number', '-'.repeat(MANY)],
  ['points', `1${'.'.repeat(MANY)}`],
])('refuses %s after reading it once', (_what, text) => {
  expect(() => parseJsonKeepingIds(text)).toThrow(SyntaxError);
});

it('reads a very long string and a very long number once', () => {
  const digits = '1'.repeat(MANY);
  expect(parseJsonKeepingIds(`["${digits}",${digits}]`)).toEqual([digits, digits]);
});
