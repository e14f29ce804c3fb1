import { expect, test } from 'vitest';
import { keptReject } from './kept-reject';

const kept = (orderName: string, reason = 'Is no amount of money.') =>
  keptReject({ line: 7, orderName, field: 'Total', reason });

test.each(['#1001', '1001', 'WEB-17', '#EU1001-GB', '#20261234', 'EN2026017', '№1001'])(
  '%s is the name of an order',
  (name) => {
    expect(kept(name).orderName).toBe(name);
  },
);

test.each([
  'Ada Lovelace',
  'ada@example.test',
  'ada1815@example.test',
  '12 High Street',
  '+44 20 7946 0958',
  'Lovelace1815Byron',
  'A'.repeat(30),
  'Lovelace1',
  'Ada1',
  'E16AN',
  '4111111111111111',
  '#4111111111111111',
  '+447911123456',
  '212-555-0101',
  '5550101',
  '12/03/1985',
  '12.03.1985',
  '120385',
])('%s is none, and is not kept', (name) => {
  expect(kept(name).orderName).toBe('');
});

test('what a reason quotes is not kept', () => {
  expect(kept('#1', '“Ada” Lovelace” is no amount, nor is “ada@example.test”.').reason).toBe('“…”.');
  expect(kept('#1').reason).toBe('Is no amount of money.');
});
