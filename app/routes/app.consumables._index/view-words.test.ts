import { expect, it } from 'vitest';
import { nothingFoundWords } from './view-words';

it.each([
  ['consumables', [0, 0, 0], 'No product’s title contains “tea”.'],
  ['overruled', [0, 0, 0], 'No product’s title contains “tea”.'],
  [
    'consumables',
    [0, 1, 0],
    'No title under “Consumables” contains “tea”, but some do under “Not consumables” (1).',
  ],
  [
    'overruled',
    [2, 1200, 0],
    'No title under “Overruled by you” contains “tea”, but some do under “Consumables” (2) and “Not consumables” (1,200).',
  ],
] as const)('says where nothing was found: %s %j', (view, [consumables, others, overruled], words) => {
  expect(nothingFoundWords(view, 'tea', { consumables, others, overruled })).toBe(words);
});
