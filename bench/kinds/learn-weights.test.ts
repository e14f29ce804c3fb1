import { expect, it } from 'vitest';
import { KINDS } from '../../app/catalogue/kinds/kinds';
import { seededRandom } from '../refills/bootstrap';
import { learnWeights } from './learn-weights';
import { titleDrawer } from './learning-titles';
import { writeModule } from './pack-weights';
import { readVocabulary } from './read-vocabulary';

const PLAN = {
  ...{ dims: 4, features: 500, titlesPerRound: 400, rounds: 2, prunings: 2 },
  ...{ roundsAfterPruning: 1, roundsAfterRounding: 1, seed: 3 },
};

it('the same words make exactly the same weights', () => {
  const learn = () =>
    writeModule(
      learnWeights(titleDrawer(), PLAN, () => undefined),
      'a test',
    );
  const once = learn();
  expect(once).toContain('export const KIND_WEIGHTS');
  expect(learn()).toBe(once);
});

it('every kind has words to learn from', () => {
  const { draw, breadth } = titleDrawer();
  const random = seededRandom(1);
  expect(KINDS.filter((kind) => !readVocabulary('types').has(kind.name)).map((kind) => kind.name)).toEqual(
    [],
  );
  expect(KINDS.filter((_, kind) => breadth[kind]! < 5).map((kind) => kind.name)).toEqual([]);
  expect(KINDS.filter((_, kind) => draw(kind, random).trim() === '')).toEqual([]);
});
