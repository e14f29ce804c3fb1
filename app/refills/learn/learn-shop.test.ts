import { expect, test } from 'vitest';
import type { TeachingLine } from '../fold/fold-lines';
import { openLearning } from './learn-shop';
import { forecastNext } from '../model/forecast';

const TODAY_ON = 400;
const kinds = new Map([['tea', { name: 'tea', cycleDays: 45 }]]);

function lines(buyer: string, cycle: number, from = 0): TeachingLine<string>[] {
  const found: TeachingLine<string>[] = [];
  for (let day = from; day <= TODAY_ON; day += cycle)
    found.push({ buyer, productId: 'tea', packs: 1, boughtOn: day });
  return found;
}

const shop = Array.from({ length: 40 }, (_, i) => lines(`c${i}`, 27 + (i % 7), i)).flat();
function learn(all: readonly TeachingLine<string>[]) {
  const learning = openLearning(kinds, { todayOn: TODAY_ON, purchases: all.length });
  for (const line of [...all].sort((a, b) => a.boughtOn - b.boughtOn)) learning.enter(line);
  return learning.close();
}

test('a product is as its buyers are, each weighing once', () => {
  const plain = learn(shop).rhythms.get('tea')!;
  expect(Math.exp(plain.logMean)).toBeGreaterThan(27);
  expect(Math.exp(plain.logMean)).toBeLessThan(37);
  expect(plain).toMatchObject({ buyers: 40, repeatBuyers: 40, source: 'product' });
  expect(plain.curve.shares.at(-1)).toBeGreaterThan(0.9);
  const withReseller = learn([...shop, ...lines('reseller', 1)]).rhythms.get('tea')!;
  expect(Math.abs(withReseller.logMean - plain.logMean)).toBeLessThan(0.12);
});

test('a reseller with as many purchases as everybody else hardly moves the others’ day', () => {
  const resellers = ['r1', 'r2'].flatMap((buyer) => lines(buyer, 1));
  const median = (all: readonly TeachingLine<string>[]) => {
    const { model, rhythms } = learn(all);
    const rhythm = rhythms.get('tea')!;
    const gaps = [30, 31, 30];
    return forecastNext({ rhythm, gaps, lastOn: 0, quantity: 1, model: model! }).medianOn;
  };
  expect(Math.abs(median([...shop, ...resellers]) - median(shop))).toBeLessThanOrEqual(4);
});

test('a product without purchases is as its kind is said to be', () => {
  const { rhythms, model } = learn([]);
  expect(model).toBeNull();
  expect(rhythms.get('tea')).toMatchObject({ source: 'category', intervals: 0, curve: { shares: [] } });
  expect(Math.exp(rhythms.get('tea')!.logMean)).toBeCloseTo(45, 6);
});
