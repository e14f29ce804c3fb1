import { expect, it } from 'vitest';
import { plainLetters, plainTitle } from './plain-letters';

it.each([
  ['Käse', 'kase'],
  ['KÄSE', 'kase'],
  ['Ka\u0308se', 'kase'],
  ['Weißbier', 'weissbier'],
  ['Œuf', 'oeuf'],
  ['Smørrebrød', 'smorrebrod'],
  ['Kon\u00addome', 'kondome'],
  ['C\u200bo\u2060n', 'con'],
  ['½ l', '1⁄2 l'],
  ['コーヒー', 'コーヒー'],
  ['', ''],
])('%j is compared as %j', (title, plain) => {
  expect(plainTitle(title)).toBe(plain);
});

it('is never longer than asked for, whatever a sign unfolds into or hides', () => {
  expect(plainLetters('\ufdfa'.repeat(500), 40)).toHaveLength(40);
  expect(plainLetters(`${'\u200b'.repeat(100)}abc`, 40)).toBe('abc');
});
