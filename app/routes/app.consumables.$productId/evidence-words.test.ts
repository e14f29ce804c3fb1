import { expect, it } from 'vitest';
import { kindWords, multipleWords, restWords, startWords, unreadSizeWords } from './evidence-words';

const quartileDays = [21, 30, 44];

it.each([
  [
    'product',
    80,
    'Forecasts start from 30 days, with half of returns between 21 and 44: each buyer counts once, however often they came, and a little of what is usual for its kind is mixed in. This rests on the 80 returns of its own buyers.',
  ],
  [
    'category',
    2,
    'Forecasts start from 30 days, with half of returns between 21 and 44: each buyer counts once, however often they came, and a little of what is usual for its kind is mixed in. This rests mostly on what is usual for its kind (coffee): only 2 returns of its own so far.',
  ],
  [
    'shop',
    0,
    'Forecasts start from 30 days, with half of returns between 21 and 44: each buyer counts once, however often they came, and a little of what is usual for its kind is mixed in. This rests mostly on what is usual in your shop: nobody has come back for it yet, and its kind says nothing.',
  ],
])('says whose evidence it is: %s with %d returns', (source, returns, words) => {
  expect(startWords({ source, quartileDays }, { returns }, 'coffee')).toBe(words);
});

it('says that what is no consumable is not forecast', () => {
  expect(startWords(null, { returns: 9 }, 'mugs')).toMatch(/^It is not forecast/);
});

it.each([
  [1, 'the usual size'],
  [2, '2 times the usual size'],
  [1 / 3, '0.33 times the usual size'],
])('says the multiple %d', (multiple, words) => {
  expect(multipleWords(multiple)).toBe(words);
});

it.each([
  [['Default Title'], 1, 'This product’s size cannot be read, so each pack counts alike.'],
  [['Sampler'], 3, 'The size of “Sampler” cannot be read: it counts as the usual size.'],
  [['Tin', 'Bag'], 3, 'The size of “Tin” and 1 other variant cannot be read: they count as the usual size.'],
])('says which sizes cannot be read: %j of %d', (unread, of, words) => {
  expect(unreadSizeWords({ unread, of })).toBe(words);
});

const kept = {
  ...{ reasons: [], kind: 'coffee', kindFrom: 'type' as const, kindWords: 'Kaffee' },
  ...{ buyers: 40, repeatBuyers: 12, expectedIfKept: 1.44, start: null },
};

it.each([
  [
    'product',
    'This rests mostly on its own buyers. Were it a thing to keep, it would have been bought again about 1.4 times; 12 buyers came back.',
  ],
  [
    'kind',
    'Too few have bought it to tell, so this rests mostly on its kind (coffee, by its product type “Kaffee”).',
  ],
  ['excluded', null],
  [null, null],
] as const)('says what a verdict rests on: %s', (level, words) => {
  expect(restWords({ ...kept, level })).toBe(words);
});

it('says what its kind suggests, and whether its pack counts', () => {
  expect(kindWords({ kind: 'coffee', start: { days: 21, isSized: true } })).toBe(
    'Before anybody has come back, its kind (coffee) and pack size suggest 21 days.',
  );
  expect(kindWords({ kind: 'mugs', start: null })).toBeNull();
});
