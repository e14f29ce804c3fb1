import { expect, it } from 'vitest';
import { buildHistory } from '../refills/history';
import { limitScores } from './limit-detector';

const row = (shopper: string, product: string, day: number) => ({
  ...{ shopper, product, day, quantity: 1, category: '' },
});

it('tells what is shown, and ranks the hidden by how often they were bought again', () => {
  const shoppers = ['a', 'b', 'c', 'd'];
  const history = buildHistory(
    shoppers.flatMap((shopper) => [
      ...['shown mug', 'hidden mug', 'shown tea', 'hidden tea'].map((product) => row(shopper, product, 0)),
      ...[20, 40].flatMap((day) => [row(shopper, 'shown tea', day), row(shopper, 'hidden tea', day)]),
    ]),
    60,
  );
  const truth = history.products.map((name) => name.endsWith('tea'));
  const isHidden = (product: number) => history.products[product]!.startsWith('hidden');
  const scores = limitScores(history, truth, { onDay: 60, isHidden });
  const of = (name: string) => scores[history.products.indexOf(name)]!;
  expect(of('shown tea')).toBeGreaterThan(of('hidden tea'));
  expect(of('hidden tea')).toBeGreaterThan(0);
  expect(of('hidden mug')).toBeLessThan(0);
  expect(of('shown mug')).toBeLessThan(of('hidden mug'));
});
