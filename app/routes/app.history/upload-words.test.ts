import { expect, it } from 'vitest';
import { countWords } from './upload-words';

const COUNTS = {
  ...{ ordersAdded: 12, ordersKnown: 0, ordersUnnamed: 0, ordersUnpriced: 0 },
  ...{ linesRead: 20, linesAdded: 20, linesKnown: 0, linesRejected: 0, linesUnusable: 0 },
};

it.each([
  [0, '12 orders added. Of 20 lines: 20 taken as purchases.'],
  [
    1,
    '12 orders added. 1 of them in another currency or without a total: it counts as a purchase, not in money. Of 20 lines: 20 taken as purchases.',
  ],
  [
    3,
    '12 orders added. 3 of them in another currency or without a total: they count as purchases, not in money. Of 20 lines: 20 taken as purchases.',
  ],
])('says what an upload brought without its money: %i', (ordersUnpriced, words) => {
  expect(countWords({ ...COUNTS, ordersUnpriced })).toBe(words);
});
