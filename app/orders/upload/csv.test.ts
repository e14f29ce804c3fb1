import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMAS, type CsvLayout } from './csv-fields';
import { BrokenCsv, createCsvReader } from './csv';

const bytes = (text: string) => new TextEncoder().encode(text);

function readAll(text: string | Uint8Array, cuts: readonly number[] = [], layout: CsvLayout = COMMAS) {
  const all = typeof text === 'string' ? bytes(text) : text;
  const reader = createCsvReader({ byte: 0, line: 1 }, layout);
  const edges = [0, ...cuts.map((cut) => Math.min(cut, all.length)).sort((a, b) => a - b), all.length];
  const records = edges.slice(1).flatMap((to, index) => reader.push(all.subarray(edges[index], to)));
  return [...records, ...reader.end()];
}
const fieldsOf = (text: string | Uint8Array, layout: CsvLayout = COMMAS) =>
  readAll(text, [], layout).map((record) => record.fields);

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
    const field = fc.oneof(fc.string({ maxLength: 6 }), fc.stringMatching(/^[",\n\r é€]{0,5}$/));
    const end = fc.constantFrom('\n', '\r\n', '\r');
    const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, end, fc.array(fc.nat(200), { maxLength: 6 }), fc.nat(), (table, end, cuts, pick) => {
        const text = table
          .map((row) => `${row.map((field) => `"${field.replaceAll('"', '""')}"`).join(',')}${end}`)
          .join('');
        const whole = readAll(text);
        expect(whole.map((record) => record.fields)).toEqual(
          table.filter((row) => row.some((field) => field.trim())),
        );
        expect(readAll(text, cuts)).toEqual(whole);
        const from = whole[pick % whole.length];
        if (!from) return;
        const rest = createCsvReader({ byte: from.from, line: from.line });
        expect([...rest.push(bytes(text).subarray(from.from)), ...rest.end()]).toEqual(
          whole.slice(pick % whole.length),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('is read whatever its lines end with, in one file, and counts lines as an editor shows them', () => {
    const records = readAll('a,b\r1,"x\ry\r\nz"\r\n\r3,4\n5,6\r');
    expect(records.map(({ line, fields }) => [line, ...fields])).toEqual([
      [1, 'a', 'b'],
      [2, '1', 'x\ry\r\nz'],
      [6, '3', '4'],
      [7, '5', '6'],
    ]);
  });

  it('passes over lines without a word', () => {
    expect(fieldsOf('a,b\n,\n , \n""\n1,2\n,,,')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  const wrapped = `"${'#1,"a, Q",7'.replace('Q', 'QbQ').replaceAll('Q', '""').replaceAll('"', '""')}"`;
  it.each([
    ['one quoted field', `Name,Notes,Id\n${wrapped}\n#2,c,8\n`, COMMAS],
    ['one quoted field, the first line too', `"Name,Notes,Id"\n${wrapped}\n"#2,c,8"\n`, COMMAS],
    ['one quoted field before empty ones', `Name,Notes,Id\n${wrapped};;;\n#2,c,8\n`, COMMAS],
    ['cells that end with ;', `Name,Notes,Id;;\n${wrapped};;\n#2,c,8;;\n`, { separator: ',', wrapper: ';' }],
  ] as const)('whose lines were saved again as %s is unwrapped', (_what, text, layout) => {
    expect(fieldsOf(text, layout)).toEqual([
      ['Name', 'Notes', 'Id'],
      ['#1', 'a, "b"', '7'],
      ['#2', 'c', '8'],
    ]);
  });

  it('is put together again where a wrapping cut it, at its line breaks and at its semicolons', () => {
    const text = 'Name,Notes,Id;\n"#1,""a";"b\nplain\n";\n"c"",7";\n#2,d,8;\n';
    const layout = { separator: ',', wrapper: ';' } as const;
    const cut = 'Name,Notes,Id;\n"#1,""a";b\nplain;\n;\n"c"",7";\n#2,d,8;\n';
    expect(readAll(cut, [20, 30, 35], layout).map(({ line, fields }) => [line, ...fields])).toEqual([
      [1, 'Name', 'Notes', 'Id'],
      [2, '#1', 'a;b\nplain\n\nc', '7'],
      [6, '#2', 'd', '8'],
    ]);
    expect(fieldsOf(text, layout)[1]).toEqual(['#1', 'a;b\nplain\n\nc', '7']);
  });

  it('looks at each line of an open quotation once, and says where it was opened', () => {
    const text = `Name,Notes\n"#1,""x"\n${'a\n'.repeat(450_000)}`;
    expect(brokenAt(text)).toMatchObject({ line: 2, message: expect.stringContaining('never closed') });
    expect(brokenAt(text + 'a\n'.repeat(300_000))).toMatchObject({
      line: 2,
      message: expect.stringContaining('never closed'),
    });
    const lines = fieldsOf(`${text}"b"",7"\n`)[1]?.[1]?.split('\n');
    expect(lines).toHaveLength(450_002);
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
