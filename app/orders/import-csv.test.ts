import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BrokenCsv, createCsvReader } from './import-csv';

const bytes = (text: string) => new TextEncoder().encode(text);

function readAll(text: string | Uint8Array, cuts: readonly number[] = []) {
  const all = typeof text === 'string' ? bytes(text) : text;
  const reader = createCsvReader({ byte: 0, line: 1 });
  const edges = [0, ...cuts.map((cut) => Math.min(cut, all.length)).sort((a, b) => a - b), all.length];
  const records = edges.slice(1).flatMap((to, index) => reader.push(all.subarray(edges[index], to)));
  return [...records, ...reader.end()];
}
const fieldsOf = (text: string | Uint8Array) => readAll(text).map((record) => record.fields);

const brokenAt = (text: string) => {
  try {
    readAll(text);
  } catch (error) {
    if (error instanceof BrokenCsv) return { line: error.line, column: error.column, message: error.message };
  }
  return null;
};

describe('CSV', () => {
  it('is read with quotation, line breaks inside it, both line ends and a mark of UTF-8', () => {
    const text = '\uFEFFName,Notes\r\n#1,"a ""b"", c\nd"\r\n\r\n#2,\n#3,"",';
    expect(fieldsOf(text)).toEqual([
      ['Name', 'Notes'],
      ['#1', 'a "b", c\nd'],
      ['#2', ''],
      ['#3', '', ''],
    ]);
    expect(readAll(text).map((record) => record.line)).toEqual([1, 2, 5, 6]);
  });

  it('is read the same however it is cut into pieces, and from any record on', () => {
    const field = fc.oneof(fc.string({ maxLength: 6 }), fc.stringMatching(/^[",\n é€]{0,5}$/));
    const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.array(fc.nat(200), { maxLength: 6 }), fc.nat(), (table, cuts, pick) => {
        const text = table
          .map((row) => `${row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')}\n`)
          .join('');
        const whole = readAll(text);
        expect(whole.map((record) => record.fields)).toEqual(table);
        expect(readAll(text, cuts)).toEqual(whole);
        const from = whole[pick % whole.length];
        if (!from) return;
        const rest = createCsvReader({ byte: from.from, line: from.line });
        expect(rest.push(bytes(text).subarray(from.from))).toEqual(whole.slice(pick % whole.length));
      }),
      { numRuns: 200 },
    );
  });

  it('that is no UTF-8 in some line is read as Windows-1252 there', () => {
    const latin = Uint8Array.from([...bytes('a,Caf'), 0xe9, ...bytes('\nb,Café\n')]);
    expect(fieldsOf(latin)).toEqual([
      ['a', 'Café'],
      ['b', 'Café'],
    ]);
  });

  it.each([
    ['a,b\n1,"open\nto the end', { line: 2, column: 3 }, 'never closed'],
    ['a,b\n1,x"y\n', { line: 2, column: 4 }, 'none around it'],
    ['a,b\n"1"x,2\n', { line: 2, column: 4 }, 'comma should follow'],
    ['a,b\n"two\nlines"x,2\n', { line: 3, column: 7 }, 'comma should follow'],
  ])('broken in %j says where', (text, at, what) => {
    expect(brokenAt(text)).toMatchObject(at);
    expect(brokenAt(text)?.message).toContain(what);
    expect(brokenAt(text)?.message).toContain(`Line ${at.line}, column ${at.column}`);
  });

  it('gives what stands before a broken line, and then the reason', () => {
    const reader = createCsvReader({ byte: 0, line: 1 });
    expect(reader.push(bytes('a,b\n1,2\n"3"x,4\n5,6\n')).map((record) => record.fields)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(() => reader.push(bytes('7,8\n'))).toThrow('Line 3, column 4');
  });

  it('does not swallow a file after a quotation mark that is never closed', () => {
    const reader = createCsvReader({ byte: 0, line: 1 });
    reader.push(bytes('a,b\n1,"'));
    const piece = bytes('2,3\n'.repeat(50_000));
    expect(() => Array.from({ length: 20 }, () => reader.push(piece))).toThrow('Line 2, column 3');
  });
});
