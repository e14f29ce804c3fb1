import { expect, test } from 'vitest';
import { testKeys } from '../../test/support/test-ports';
import { createSeals } from './seals.server';

const OLD = Buffer.alloc(32, 'old').toString('base64');
const NEW = Buffer.alloc(32, 'new').toString('base64');
const seals = createSeals(testKeys(OLD));
const PLACE = { table: 'Reminder', column: 'email', shop: 7, row: 'r1' };
const ADDRESS = 'ada@example.test';

test('a sealed text opens again where it lies, tells nothing, and is another each time', () => {
  const sealed = seals.seal(ADDRESS, PLACE);
  expect(seals.open(sealed, PLACE)).toBe(ADDRESS);
  expect(seals.open(seals.seal('', PLACE), PLACE)).toBe('');
  expect(sealed).toMatch(/^sealed1\.[\w-]{8}\.[\w-]+$/);
  expect(Buffer.from(sealed.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain('ada');
  expect(seals.seal(ADDRESS, PLACE)).not.toBe(sealed);
});

test.each([
  ['row', { row: 'r2' }],
  ['shop', { shop: 8 }],
  ['column', { column: 'locale' }],
  ['table', { table: 'Session' }],
])('it does not open in another %s', (_what, change) => {
  const sealed = seals.seal(ADDRESS, PLACE);
  expect(() => seals.open(sealed, { ...PLACE, ...change })).toThrow('belongs to another row');
});

test('every changed or missing character is noticed', () => {
  const sealed = seals.seal(ADDRESS, PLACE);
  for (let at = 0; at < sealed.length; at += 1) {
    const other = sealed[at] === 'A' ? 'B' : 'A';
    expect(() => seals.open(`${sealed.slice(0, at)}${other}${sealed.slice(at + 1)}`, PLACE)).toThrow();
    expect(() => seals.open(sealed.slice(0, at), PLACE)).toThrow();
  }
});

test('an older key still opens, the present one seals; without the key nothing opens', () => {
  const sealed = seals.seal(ADDRESS, PLACE);
  const rotated = createSeals(testKeys(NEW, OLD));
  expect(rotated.open(sealed, PLACE)).toBe(ADDRESS);
  expect(rotated.seal(ADDRESS, PLACE).startsWith(rotated.prefixes.current)).toBe(true);
  expect(sealed.startsWith(rotated.prefixes.current)).toBe(false);
  expect(() => createSeals(testKeys(NEW)).open(sealed, PLACE)).toThrow(
    'No key opens a value of Reminder.email',
  );
});

test('a plain text is not taken for a sealed one', () => {
  expect(() => seals.open(ADDRESS, PLACE)).toThrow('A value of Reminder.email is not sealed.');
});
