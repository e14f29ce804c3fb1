import { expect, it } from 'vitest';
import { multipleWords, startWords } from './evidence-words';

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
