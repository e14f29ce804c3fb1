import { expect, it } from 'vitest';
import { featureList } from './feature-list';

it('keeps features in the order of the names, whatever order they come in, and tells what was forgotten', () => {
  const { at, row } = featureList(['constant', 'quantity', 'visits']);
  const filled = row();
  filled[at.visits] = 3;
  filled[at.constant] = 1;
  expect(filled).toEqual([1, NaN, 3]);
  expect(row()).toEqual([NaN, NaN, NaN]);
});
