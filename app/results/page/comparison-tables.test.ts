import { describe, expect, it } from 'vitest';
import { EXAMPLE_STATES, exampleComparison } from '../../../test/support/example-views';
import { HARM_WORDS } from '../../harm-words';
import { comparisonTables, TABLE_NAMES } from './comparison-tables';

describe.each(EXAMPLE_STATES)('%s', (state) => {
  it('has every table, each row as wide as its heading', () => {
    const tables = comparisonTables(exampleComparison(state));
    expect(tables.map((table) => table.name)).toEqual(TABLE_NAMES);
    for (const { header, rows } of tables)
      expect(rows.every((row) => row.length === header.length)).toBe(true);
  });
});

it('names harms as the page does', () => {
  const harms = comparisonTables(exampleComparison('harmful')).find((table) => table.name === 'harms');
  expect(harms?.rows[0]?.[0]).toBe(HARM_WORDS.dismissed);
});
