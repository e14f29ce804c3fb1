import { expect, it } from 'vitest';
import {
  armOfLayerWords,
  evidenceWords,
  exposureWords,
  noDecisionWords,
  noSideWords,
  outlookWords,
  stockUpWords,
  switchedOffWords,
} from './story-words';

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
  expect(evidenceWords({ level, ownGaps, productGaps: 90, stockUpFactor: 1 }, 'them')).toBe(words);
});

it.each(['own', 'product', 'category', 'shop'] as const)(
  'says of a shared browser nothing about “them”: %s',
  (level) => {
    for (const ownGaps of [0, 1, 4])
      expect(evidenceWords({ level, ownGaps, productGaps: 90, stockUpFactor: 1 }, 'others')).not.toMatch(
        /\bthe(y|m|ir)\b/i,
      );
  },
);

const TODAY = '2026-12-01';
const next = (from: string, best: string, to: string) => ({
  ...{ from, best, to, expires: '2027-03-01', chances: [], pReturn: 0.5 },
  evidence: { level: 'own' as const, ownGaps: 3, productGaps: 90, stockUpFactor: 1 },
});
const purchases = ['2026-09-01', '2026-10-01'].map((on) => ({ on, quantity: 1, isSubscription: false }));

it.each([
  [
    next('2026-12-05', '2026-12-09', '2026-12-20'),
    'Expected again between 5 December 2026 and 20 December 2026, most likely around 9 December 2026.',
  ],
  [
    next('2026-11-22', '2026-11-25', '2026-12-14'),
    'Expected again between 22 November 2026 and 14 December 2026, most likely around 25 November 2026. It has not been bought yet.',
  ],
  [
    next('2026-11-22', '2026-11-19', '2026-12-14'),
    'Expected again between 22 November 2026 and 14 December 2026, when half of such purchases come. More come within a week of 19 November 2026 than of any other day. It has not been bought yet.',
  ],
  [
    next('2026-12-03', '2026-12-22', '2026-12-14'),
    'Expected again between 3 December 2026 and 14 December 2026, when half of such purchases come. More come within a week of 22 December 2026 than of any other day.',
  ],
  [
    next('2026-11-02', '2026-11-09', '2026-11-20'),
    'It was expected between 2 November 2026 and 20 November 2026, most likely around 9 November 2026, and has not been bought since.',
  ],
  [
    next('2026-11-02', '2026-10-29', '2026-11-20'),
    'It was expected between 2 November 2026 and 20 November 2026, when half of such purchases come. More come within a week of 29 October 2026 than of any other day. It has not been bought since.',
  ],
])('says what is expected without contradicting itself', (expected, words) => {
  expect(outlookWords({ purchases, next: expected, buyer: 'them' }, TODAY)).toBe(
    `Bought on 2 days so far. ${words}`,
  );
});

it.each([
  ['them-and-others', 'Bought on this browser on 2 days so far, partly by another customer.'],
  ['others', 'Bought on this browser on 2 days so far, by another customer, not by them.'],
] as const)('says that somebody else bought it: %s', (buyer, words) => {
  expect(outlookWords({ purchases, next: null, buyer }, TODAY)).toContain(words);
});

it('says who did not allow counting, which is not that nothing was ever there for them', () => {
  expect(noSideWords({ isUncounted: true })).toBe(
    'Did not allow counting, so they stand outside the comparison',
  );
  expect(noDecisionWords({ isUncounted: true })).toContain('They set a reminder themselves.');
  expect(noSideWords({ isUncounted: false })).toMatch(/^Not drawn yet/);
});

it.each([
  [[], 'Nothing'],
  [['all'], 'everything'],
  [['mail', 'shelf'], 'all refill emails, refill shelf'],
  [['reminder'], 'refill reminder'],
] as const)('says what they switched off: %j', (off, words) => {
  expect(switchedOffWords(off)).toBe(words);
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
