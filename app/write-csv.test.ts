import { expect, it } from 'vitest';
import { writeCsv } from './write-csv';

it('keeps quotes, commas and line ends inside their field', () => {
  expect(writeCsv(['a', 'b', 'c'], [['He said "no", then\nyes', 1.5, null]])).toBe(
    '\uFEFFa,b,c\r\n"He said ""no"", then\nyes",1.5,\r\n',
  );
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\u0000=1', '\u001b=1', '\u0085=1'])(
  'makes no formula of %j',
  (text) => {
    const [, line = ''] = writeCsv(['a'], [[text]]).split(/\r\n(?=["'])/);
    expect(line.replace(/^"/, '').startsWith("'")).toBe(true);
  },
);

it('leaves a negative number a number', () => {
  expect(writeCsv(['a'], [[-0.25]])).toBe('\uFEFFa\r\n-0.25\r\n');
});
