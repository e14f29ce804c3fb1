import { expect, it } from 'vitest';
import { gapWords, kindWithSource, verdictWords } from './verdict-words';

const evidence = {
  ...{ kind: 'coffee', kindFrom: null, kindWords: '', relatives: null },
  ...{ buyers: 40, repeatBuyers: 12 },
};

it.each([
  [['bought-again', 'kind-used-up'], '12 of 40 buyers bought it again; of a kind that gets used up (coffee)'],
  [
    ['kind-not-used-up', 'shop-sells-lasting'],
    'Of a kind that lasts (coffee); most of what your shop sells lasts',
  ],
  [['gift-card'], 'Gift cards are never consumables'],
  [['a-reason-of-a-newer-version'], 'Little is known of it yet'],
  [[], 'Little is known of it yet'],
  [['__proto__', 'constructor', 'toString'], 'Little is known of it yet'],
  [['relatives-bought-again'], 'Others of its sort are bought again'],
])('says %j as words', (reasons, words) => {
  expect(verdictWords({ ...evidence, reasons })).toBe(words);
});

it.each([
  [0, 0, 'Nobody has bought it again yet'],
  [1, 0, 'Its only buyer has not bought it again'],
  [2, 0, 'None of 2 buyers bought it again'],
  [40, 3, 'Only 3 of 40 buyers bought it again'],
  [3, 2, '2 of 3 buyers bought it again'],
])('says that few of %d buyers came back: %d', (buyers, repeatBuyers, words) => {
  const row = { ...evidence, buyers, repeatBuyers, reasons: ['rarely-bought-again'] };
  expect(verdictWords(row)).toBe(words);
});

it.each([
  ['category', 'Coffee', 'Others of the category “Coffee” are rarely bought again'],
  ['type', 'Kaffee', 'Others of the product type “Kaffee” are rarely bought again'],
] as const)('says who its relatives are: %s %s', (by, name, words) => {
  const row = { ...evidence, relatives: { by, name }, reasons: ['relatives-rarely-bought-again'] };
  expect(verdictWords(row)).toBe(words);
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
