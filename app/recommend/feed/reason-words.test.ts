import { expect, it } from 'vitest';
import { reasonWords } from './reason-words';

it('says why in a short line, whatever names are like', () => {
  const pair = { kind: 'bought-together', withProductId: 7n, support: 9, lift: 2 } as const;
  expect(reasonWords(pair, () => 'Ethiopia Coffee')).toBe('Often bought with Ethiopia Coffee');
  expect(reasonWords(pair, () => null)).toBe('Often bought together');
  const long = reasonWords(pair, () => '☕ beans '.repeat(100));
  expect(long.length).toBeLessThan(90);
  expect(long.endsWith('…')).toBe(true);
  const category = 'Food > Beverages > Coffee';
  expect(reasonWords({ kind: 'same-category', category }, () => null)).toBe('Also in Coffee');
  expect(reasonWords({ kind: 'top-seller', since: 'ever' }, () => null)).toBe('Chosen by other shoppers');
});
