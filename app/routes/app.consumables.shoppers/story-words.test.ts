import { expect, it } from 'vitest';
import { armOfLayerWords, evidenceWords, exposureWords, stockUpWords } from './story-words';

it.each([
  ['own', 5, 'This rests mostly on their own rhythm: 5 gaps between their purchases.'],
  [
    'product',
    1,
    'This rests mostly on how other buyers of it come back (90 gaps). They have 1 gap of their own between purchases, which counts as well.',
  ],
  [
    'category',
    0,
    'Few buyers of it have come back, so this rests mostly on what is usual for its kind. They bought it once, so they have no rhythm of their own yet.',
  ],
] as const)('says what a window rests on: %s with %d own gaps', (level, ownGaps, words) => {
  expect(evidenceWords({ level, ownGaps, productGaps: 90, stockUpFactor: 1 })).toBe(words);
});

it.each([
  [1.01, ''],
  [1.19, 'The last purchase was larger than usual, which lengthens the time by 19%.'],
  [0.84, 'The last purchase was smaller than usual, which shortens the time by 16%.'],
])('says how a purchase of another size moved the day: %d', (factor, words) => {
  expect(stockUpWords(factor)).toBe(words);
});

it('says what each arm got', () => {
  expect(exposureWords('shelf', 'treated')).toBe('Was shown refills');
  expect(exposureWords('reminder', 'control')).toMatch(
    /^Would have been offered a reminder, but is in the control/,
  );
  expect(exposureWords('shelf', 'holdout')).toMatch(/held out of all of Larder/);
});

it('names draws and sides', () => {
  expect(armOfLayerWords('holdout', 2)).toBe('Standing holdout, draw 2');
  expect(armOfLayerWords('holdout', 1, 'in')).toBe('held out: sees nothing of Larder');
});
