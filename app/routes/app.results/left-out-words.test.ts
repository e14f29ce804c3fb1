import { expect, it } from 'vitest';
import { leftOutWords } from './left-out-words';

const nothing = { lateIdentity: 0, orderAwaited: 0, olderVersion: 0 };

it('says nothing when nothing was left out', () => {
  expect(leftOutWords({ leftOut: nothing, crossed: 0 })).toBe('');
});

it('says what was left out and who was met in both groups', () => {
  const leftOut = { lateIdentity: 2, orderAwaited: 1, olderVersion: 1200 };
  expect(leftOutWords({ leftOut, crossed: 1 })).toBe(
    'Left out: 2 offers to buyers who turned out to be in a group already, 1 offer whose order has not arrived, ' +
      '1,200 shoppers of an earlier draw. 1 shopper was met in both groups; the first one counts.',
  );
});
