import { expect, test } from 'vitest';
import { randomFrom, seedRandom } from './random';
import type { RandomState } from './random';

const draws = (state: RandomState, count: number) =>
  Array.from({ length: count }, () => randomFrom(state).next());

test('a stream is told by seed and label', () => {
  expect(draws(seedRandom(7, 'a'), 20)).toEqual(draws(seedRandom(7, 'a'), 20));
  expect(draws(seedRandom(7, 'a'), 5)).not.toEqual(draws(seedRandom(8, 'a'), 5));
  expect(draws(seedRandom(7, 'a'), 5)).not.toEqual(draws(seedRandom(7, 'b'), 5));
});

test('a kept state goes on where it stopped', () => {
  const state = seedRandom(3, 'kept');
  draws(state, 10);
  const kept = [...state] as RandomState;
  expect(draws(kept, 10)).toEqual(draws(state, 10));
});

test('draws are uniform enough to live by', () => {
  const random = randomFrom(seedRandom(1, 'uniform'));
  const many = Array.from({ length: 20_000 }, () => random.next());
  expect(many.reduce((sum, draw) => sum + draw, 0) / many.length).toBeCloseTo(0.5, 1);
  const normals = Array.from({ length: 20_000 }, () => random.normal());
  expect(normals.reduce((sum, draw) => sum + draw * draw, 0) / normals.length).toBeCloseTo(1, 1);
});

test('weights are kept, and a token has 128 bits as base64url', () => {
  const random = randomFrom(seedRandom(1, 'weights'));
  const picks = Array.from({ length: 4000 }, () => random.weighted([0, 3, 1]));
  expect(picks).not.toContain(0);
  expect(picks.filter((place) => place === 1).length / picks.length).toBeCloseTo(0.75, 1);
  expect(random.token()).toMatch(/^[\w-]{22}$/);
  expect(() => random.weighted([0, 0])).toThrow('No weight');
});
