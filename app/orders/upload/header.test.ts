import { describe, expect, it } from 'vitest';
import { EXPORT_COLUMNS } from '../../../test/support/order-export';
import { recogniseFile } from './encoding';
import { checkHeader } from './header';

const check = (text: string) => checkHeader(new TextEncoder().encode(text));
const problem = (text: string) => {
  const checked = check(text);
  return checked.ok ? null : checked.problem;
};

const WHICH = 'in Orders choose Export, all orders, “Plain CSV file”';

describe('the first line of an order export', () => {
  it('may have its columns in any order and case, and more of them', () => {
    const columns = ['Something new', ...[...EXPORT_COLUMNS].reverse()];
    const checked = check(`\uFEFF${columns.join(',').toUpperCase()}\n#1,…`);
    expect(checked).toMatchObject({ ok: true, nextLine: 2, header: { width: columns.length } });
    if (checked.ok) expect(checked.header.at.Id).toBe(columns.indexOf('Id'));
  });

  it.each([
    ['Cancelled at', 'Canceled at'],
    ['Cancelled at', ' canceled_AT '],
    ['Lineitem quantity', 'Line item quantity'],
    ['Id', 'Order ID'],
    ['Name', '\uFEFFName'],
  ])('may call %s otherwise: %j', (column, other) => {
    const columns = EXPORT_COLUMNS.map((name) => (name === column ? other : name));
    const checked = check(`${columns.join(',')}\n#1,…`);
    expect(checked.ok && checked.header.at[column as 'Id']).toBe(EXPORT_COLUMNS.indexOf(column));
  });

  it.each([
    [';', null],
    ['\t', null],
    ['|', null],
  ])('may be separated by %j', (separator, wrapper) => {
    const checked = check(`${EXPORT_COLUMNS.join(separator)}\n#1`);
    expect(checked).toMatchObject({ ok: true, header: { layout: { separator, wrapper } } });
  });

  it.each([
    ['whole in a cell', `"${EXPORT_COLUMNS.join(',')}"\n#1`, { separator: ',', wrapper: null }],
    ['before empty cells', `${EXPORT_COLUMNS.join(',')};;;\n#1`, { separator: ',', wrapper: ';' }],
    ['below a title', `Table 1\n${EXPORT_COLUMNS.join(',')},,\n#1`, { separator: ',', wrapper: null }],
    ['below its separator', `sep=;\n${EXPORT_COLUMNS.join(';')}\n#1`, { separator: ';', wrapper: null }],
  ])('may stand %s', (_where, text, layout) => {
    expect(check(text)).toMatchObject({ ok: true, header: { width: EXPORT_COLUMNS.length, layout } });
  });

  it('learns from the first lines whether days or months come first', () => {
    const columns = EXPORT_COLUMNS.join(',');
    const line = (day: string) => EXPORT_COLUMNS.map((name) => (name === 'Created at' ? day : 'x')).join(',');
    const orderOf = (...days: string[]) => {
      const checked = check([columns, ...days.map(line)].join('\r'));
      return checked.ok ? checked.header.dateOrder : 'refused';
    };
    expect(orderOf('01/03/2024 10:00', '28/02/2024 09:00')).toBe('day-first');
    expect(orderOf('01/03/2024 10:00')).toBeNull();
  });

  it('names every column that is missing', () => {
    const some = EXPORT_COLUMNS.filter((column) => column !== 'Id' && column !== 'Lineitem name');
    const said = problem(`${some.join(',')}\n`);
    expect(said).toContain('Line 1: these columns are missing: Lineitem name, Id. ');
    expect(said).toContain(WHICH);
  });

  it('says so when it is empty, stands alone, or is broken', () => {
    expect(problem('')).toContain('empty');
    for (const rest of ['', '\r', '\n\n,,,\r\n'])
      expect(problem(`${EXPORT_COLUMNS.join(',')}${rest}`)).toContain('holds no orders');
    expect(problem('Name,"Email\n#1,x\n')).toContain('Line 1, column 6');
  });

  it.each([
    ['Handle,Title,Body (HTML),Vendor,Type,Tags', 'Shopify’s product export'],
    ['Handle,Title,Option1 Name,SKU,HS Code,Location,On hand', 'Shopify’s inventory export'],
    ['Customer ID,First Name,Last Name,Email,Total Spent,Total Orders', 'Shopify’s customer export'],
    ['First Name;Last Name;Email;Accepts Email Marketing;Total Spent', 'Shopify’s customer export'],
    ['Order,Name,Kind,Gateway,Created At,Status,Amount,Currency', 'Shopify’s payment transactions export'],
    ['"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net"', 'a PayPal report'],
    ['Datum\tUhrzeit\tZeitzone\tName\tBrutto\tTransaktionscode', 'a PayPal report'],
  ])('of another file names it: %s', (line, what) => {
    expect(problem(`${line}\nx,y\n`)).toContain(`This is ${what}. `);
    expect(problem(`${line}\nx,y\n`)).toContain(WHICH);
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

  const utf32 = (text: string, at: 0 | 3) =>
    Uint8Array.from(
      [...text].flatMap((letter) => [0, 1, 2, 3].map((index) => (index === at ? letter.charCodeAt(0) : 0))),
    );
  it.each([
    ['little end first', utf32('Name,Email', 0)],
    ['its mark and little end first', Uint8Array.from([0xff, 0xfe, 0, 0, ...utf32('Name', 0)])],
    ['big end first', utf32('Name,Email', 3)],
    ['its mark and big end first', Uint8Array.from([0, 0, 0xfe, 0xff, ...utf32('Name', 3)])],
  ])('UTF-32 with %s is refused, with how to save it', (_which, bytes) => {
    expect(kind(bytes)).toEqual({ ok: false, problem: expect.stringMatching(/UTF-32.*“CSV UTF-8”/) });
  });

  it.each([
    ['workbook', [0x50, 0x4b, 0x03, 0x04]],
    ['a workbook.', [...Buffer.from('PK\u0003\u0004\u0014\u0000[Content_Types].xml')]],
    ['old Excel workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
    ['compressed', [0x1f, 0x8b, 0x08]],
    ['no text', [0x89, 0x50, 0x4e, 0x47, 0x00, 0x1a, 0x00, 0x00]],
    ['a PDF document', [...Buffer.from('%PDF-1.7\n')]],
    ['a web page', [...Buffer.from('\n<!DOCTYPE html><html>')]],
    ['a JSON file', [...Buffer.from('{"orders": []}')]],
    ['an XML file', [...Buffer.from('<?xml version="1.0"?>')]],
    ['a saved email', [...Buffer.from('Delivered-To: me@example.test\n')]],
  ])('%s is refused with what to do', (word, bytes) => {
    const found = kind(Uint8Array.from(bytes));
    expect(found.ok ? '' : found.problem).toContain(word);
    expect(found.ok ? '' : found.problem).toContain('pload the CSV file');
  });
});
