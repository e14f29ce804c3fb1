import { describe, expect, it } from 'vitest';
import { EXPORT_COLUMNS } from '../../test/support/order-export';
import { recogniseFile } from './import-encoding';
import { checkHeader } from './import-header';

const check = (text: string) => checkHeader(new TextEncoder().encode(text));
const problem = (text: string) => {
  const checked = check(text);
  return checked.ok ? null : checked.problem;
};

describe('the first line of an order export', () => {
  it('may have its columns in any order and case, and more of them', () => {
    const columns = ['Something new', ...[...EXPORT_COLUMNS].reverse()];
    const checked = check(`\uFEFF${columns.join(',').toUpperCase()}\n#1,…`);
    expect(checked).toMatchObject({ ok: true, nextLine: 2, header: { width: columns.length } });
    if (checked.ok) expect(checked.header.at.Id).toBe(columns.indexOf('Id'));
  });

  it('names every column that is missing', () => {
    const some = EXPORT_COLUMNS.filter((column) => column !== 'Id' && column !== 'Lineitem sku');
    expect(problem(`${some.join(',')}\n`)).toBe(
      'Line 1: these columns are missing: Lineitem sku, Id. Upload the file as Shopify’s order export made it.',
    );
  });

  it('says so when it is empty, of another kind, saved with semicolons, or broken', () => {
    expect(problem('')).toContain('empty');
    expect(problem('Handle,Title,Body\nx,y,z\n')).toContain('these columns are missing: Name, Email');
    expect(problem(`${EXPORT_COLUMNS.join(';')}\n`)).toContain('not separated by commas');
    expect(problem('Name,"Email\n#1,x\n')).toContain('Line 1, column 6');
  });
});

describe('what kind of file it is', () => {
  const kind = (bytes: Uint8Array) => recogniseFile(bytes);
  it.each([
    ['utf-8', Buffer.from('Name,Email')],
    ['utf-16le', Buffer.from('\uFEFFName', 'utf16le')],
    ['utf-16le', Buffer.from('Name', 'utf16le')],
    ['utf-16be', Buffer.from('\uFEFFName', 'utf16le').swap16()],
    ['utf-16be', Buffer.from('Name', 'utf16le').swap16()],
  ])('%s is recognised', (encoding, bytes) => {
    expect(kind(bytes)).toEqual({ ok: true, encoding });
  });

  it.each([
    ['workbook', [0x50, 0x4b, 0x03, 0x04]],
    ['compressed', [0x1f, 0x8b, 0x08]],
    ['no text', [0x89, 0x50, 0x4e, 0x47, 0x00, 0x1a, 0x00, 0x00]],
  ])('%s is refused with what to do', (word, bytes) => {
    const found = kind(Uint8Array.from(bytes));
    expect(found.ok ? '' : found.problem).toContain(word);
    expect(found.ok ? '' : found.problem).toContain('pload the CSV file');
  });
});
