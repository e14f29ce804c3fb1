import { expect, it } from 'vitest';
import { gapWords, kindWithSource, verdictWords } from './verdict-words';

const evidence = { kind: 'coffee', kindFrom: null, kindWords: '', buyers: 40, repeatBuyers: 12 };

it.each([
  [['bought-again', 'kind-used-up'], '12 of 40 buyers bought it again; of a kind that gets used up (coffee)'],
  [
    ['kind-not-used-up', 'shop-sells-lasting'],
    'Of a kind that lasts (coffee); most of what your shop sells lasts',
  ],
  [['gift-card'], 'Gift cards are never consumables'],
  [['a-reason-of-a-newer-version'], 'Little is known of it yet'],
  [[], 'Little is known of it yet'],
])('says %j as words', (reasons, words) => {
  expect(verdictWords({ ...evidence, reasons })).toBe(words);
});

it('says that nobody came back', () => {
  const row = { ...evidence, buyers: 1, repeatBuyers: 0, reasons: ['rarely-bought-again'] };
  expect(verdictWords(row)).toBe('None of 1 buyer bought it again');
});

it.each([
  [[21, 30, 44], '30 days (21 to 44)'],
  [[1, 1, 2], '1 day (1 to 2)'],
  [[], '–'],
  [null, '–'],
])('says the gap %j as %s', (quartiles, words) => {
  expect(gapWords(quartiles)).toBe(words);
});

it.each([
  ['category', 'Coffee', 'coffee, by its Shopify category “Coffee”'],
  ['type', 'Kaffee', 'coffee, by its product type “Kaffee”'],
  ['title', '', 'coffee, which its title resembles'],
  ['tags', 'espresso', 'coffee, which its tags resemble'],
  // Kept by an older version.
  ['category', '', 'coffee, by its Shopify category'],
  [null, '', 'coffee'],
] as const)('says where a kind comes from: %s %s', (kindFrom, kindWords, words) => {
  expect(kindWithSource({ kind: 'coffee', kindFrom, kindWords })).toBe(words);
});
