import { describe, expect, it } from 'vitest';
import { dateOrderOf, readInstant } from './dates';

const London = 'Europe/London';
const read = (text: string, dateOrder: 'day-first' | 'month-first' | null = null, timeZone = London) => {
  const at = readInstant(text, { timeZone, dateOrder });
  return typeof at === 'string' ? at : at.toISOString();
};

describe('an instant of an export', () => {
  it.each([
    ['2024-03-01 10:00:00 +0100', '2024-03-01T09:00:00.000Z'],
    ['2024-03-01 10:00:00 -0530', '2024-03-01T15:30:00.000Z'],
    ['2024-03-01T10:00:00+01:00', '2024-03-01T09:00:00.000Z'],
    ['2024-03-01T10:00:00.123Z', '2024-03-01T10:00:00.000Z'],
    ['2024-03-01 10:00:00 UTC', '2024-03-01T10:00:00.000Z'],
  ])('%s is as Shopify or ISO writes it', (text, at) => expect(read(text)).toBe(at));

  it.each([
    ['2024-07-01 10:00', '2024-07-01T09:00:00.000Z'],
    ['2024/07/01 10:00:05', '2024-07-01T09:00:05.000Z'],
    ['2024-07-01', '2024-06-30T23:00:00.000Z'],
    ['13/07/2024 10:00', '2024-07-13T09:00:00.000Z'],
    ['7/13/2024 10:00 PM', '2024-07-13T21:00:00.000Z'],
    ['7/13/24 12:05 am', '2024-07-12T23:05:00.000Z'],
    ['01.07.2024 10:00', '2024-07-01T09:00:00.000Z'],
    ['01.07.2024, 10:00:00', '2024-07-01T09:00:00.000Z'],
    ['05/05/2024 10:00', '2024-05-05T09:00:00.000Z'],
    ['45474.4166666667', '2024-07-01T09:00:00.000Z'],
    ['45474,4166666667', '2024-07-01T09:00:00.000Z'],
  ])('%s, saved again without an offset, is on the shop’s clock', (text, at) => expect(read(text)).toBe(at));

  it('of which day and month cannot be told apart is neither, unless the rest of the file tells', () => {
    expect(read('01/03/2024 10:00')).toBe('two-ways');
    expect(read('01/03/2024 10:00', 'day-first')).toBe('2024-03-01T10:00:00.000Z');
    expect(read('01/03/2024 10:00', 'month-first')).toBe('2024-01-03T10:00:00.000Z');
    expect(dateOrderOf(['01/03/2024 10:00', '28/02/2024 09:00'])).toBe('day-first');
    expect(dateOrderOf(['1/3/24', '2/28/24'])).toBe('month-first');
    expect(dateOrderOf(['13/02/2024', '02/13/2024'])).toBeNull();
    expect(dateOrderOf(['01/03/2024', '2024-02-28 00:00:00 +0000'])).toBeNull();
  });

  const gap = ' '.repeat(900_000);
  it.each([
    `01/01/2024${gap}x`,
    `2024-01-01 10:00:00.${'0'.repeat(900_000)}x`,
    `45474.${'1'.repeat(900_000)}x`,
  ])('a cell of a million characters is read in one pass (%#)', (text) => expect(read(text)).toBe('no-time'));

  it.each([
    '',
    'yesterday',
    '2024-02-30 10:00:00 +0000',
    '31/02/2024',
    '1999-12-31',
    '2024-01-01 25:00',
    '12345',
    '13/13/2024',
  ])('%j is none', (text) => expect(read(text)).toBe('no-time'));
});
