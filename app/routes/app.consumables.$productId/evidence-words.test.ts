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
  [1, 1, 'the usual size'],
  [2, 2, '2 times the usual size'],
  [1 / 3, 1 / 3, '0.33 times the usual size'],
  [24, 4, '24 times the usual size, counted as 4 times'],
  [1 / 24, 0.25, '0.042 times the usual size, counted as 0.25 times'],
  [null, 1, 'not comparable with the usual size, so it counts as one'],
])('says how large a pack is: %d counted as %d', (times, multiple, words) => {
  expect(multipleWords({ times, multiple })).toBe(words);
});

it.each([
  [['Default Title'], 1, 'If this product has a size, Larder cannot read it: each pack counts alike.'],
  [['Sampler'], 3, 'The size of “Sampler”, if there is one, cannot be read: it counts as the usual size.'],
  [
    ['Tin', 'Bag'],
    3,
    'The size of “Tin” and 1 other variant, if there is one, cannot be read: they count as the usual size.',
  ],
])('says which sizes cannot be read: %j of %d', (unread, of, words) => {
  expect(unreadSizeWords({ unread, of })).toBe(words);
});

const kept = {
  ...{ reasons: [], kind: 'coffee', kindFrom: 'type' as const, kindWords: 'Kaffee', relatives: null },
  ...{ buyers: 12, repeatBuyers: 5, expectedIfKept: 1.44, start: null, level: null },
};
const ON_KIND = 'this rests mostly on its kind (coffee, by its product type “Kaffee”).';

it.each([
  [
    { level: 'product' },
    'This rests mostly on its own buyers. Were it a thing to keep, it would have been bought again about 1.4 times; 5 buyers came back.',
  ],
  [
    { level: 'product', expectedIfKept: 1.03, repeatBuyers: 0 },
    'This rests mostly on its own buyers. Were it a thing to keep, it would have been bought again about once; nobody came back.',
  ],
  [
    { level: 'product', expectedIfKept: 0.01, repeatBuyers: 1 },
    'This rests mostly on its own buyers. Were it a thing to keep, it would have been bought again hardly ever; 1 buyer came back.',
  ],
  [{ level: 'product', expectedIfKept: null }, 'This rests mostly on its own buyers.'],
  [{ level: 'kind' }, `Too few have bought it to tell, so ${ON_KIND}`],
  [{ level: 'kind', buyers: 0 }, `Nobody has had time to buy it again, so ${ON_KIND}`],
  [{ level: 'kind', buyers: 200 }, `Its buyers so far speak neither for nor against, so ${ON_KIND}`],
  // Its buyers do speak, the other way: that stands among the reasons.
  [{ level: 'kind', buyers: 200, reasons: ['kind-used-up', 'rarely-bought-again'] }, `T${ON_KIND.slice(1)}`],
  [
    { level: 'shop', kindFrom: null },
    'Too few have bought it to tell, so this rests mostly on what is usual in your shop, for its kind is not known.',
  ],
  [{ level: 'shop' }, 'Too few have bought it to tell, so this rests mostly on what else your shop sells.'],
  [
    { level: 'relatives', relatives: { by: 'type', name: 'Kaffee' } },
    'Too few have bought it to tell, so this rests mostly on how often others of the product type “Kaffee” are bought again.',
  ],
  [
    { level: 'relatives', buyers: 30 },
    'Its buyers so far speak neither for nor against, so this rests mostly on how often others of its sort are bought again.',
  ],
  [
    { level: 'offer', buyers: 30 },
    'Its buyers so far speak neither for nor against, so this rests mostly on its being sold as a subscription.',
  ],
  [
    { level: 'pack' },
    'Too few have bought it to tell, so this rests mostly on its being sold by weight, volume or count.',
  ],
  [{ level: 'gaps', reasons: ['bought-again'] }, 'This rests mostly on the times between its purchases.'],
  [{ level: 'excluded' }, null],
  [{ level: null }, null],
] as const)('says what a verdict rests on: %j', (about, words) => {
  expect(restWords({ ...kept, ...about } as Parameters<typeof restWords>[0])).toBe(words);
});

it('says what its kind suggests, and whether its pack counts', () => {
  expect(kindWords({ kind: 'coffee', start: { days: 21, isSized: true } })).toBe(
    'Before anybody has come back, its kind (coffee) and pack size suggest 21 days.',
  );
  expect(kindWords({ kind: 'mugs', start: null })).toBeNull();
});
