import { describe, expect, it } from 'vitest';
import { EXAMPLE_STATES, exampleComparison } from '../../test/support/example-views';
import { HARM_WORDS } from '../ui/harm-words';
import { comparisonTables, TABLE_NAMES } from './comparison-tables';
import { tableCsv } from './table-csv';

describe.each(EXAMPLE_STATES)('%s', (state) => {
  it('has every table, each row as wide as its heading', () => {
    const tables = comparisonTables(exampleComparison(state));
    expect(tables.map((one) => one.name)).toEqual(TABLE_NAMES);
    for (const { header, rows } of tables)
      expect(rows.every((row) => row.length === header.length)).toBe(true);
  });
});

it('names harms as the page does', () => {
  const harms = comparisonTables(exampleComparison('harmful')).find((one) => one.name === 'harms');
  expect(harms?.rows[0]?.[0]).toBe(HARM_WORDS.dismissed);
});

it('keeps quotes, commas and line ends inside their field', () => {
  const rows = [['He said "no", then\nyes', 1.5, null]];
  expect(tableCsv({ header: ['a', 'b', 'c'], rows })).toBe(
    '\uFEFFa,b,c\r\n"He said ""no"", then\nyes",1.5,\r\n',
  );
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('makes no formula of %j', (text) => {
  const [, line = ''] = tableCsv({ header: ['a'], rows: [[text]] }).split(/\r\n(?=["'])/);
  expect(line.replace(/^"/, '').startsWith("'")).toBe(true);
});

it('leaves a negative number a number', () => {
  expect(tableCsv({ header: ['a'], rows: [[-0.25]] })).toBe('\uFEFFa\r\n-0.25\r\n');
});
