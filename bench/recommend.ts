/** What fits next: the recommender against top sellers on held-back months, and how long a night takes. */
import { existsSync } from 'node:fs';
import { wholeNumber, type Bench, type BenchResult } from './bench';
import { demoShop, inventedShop, uciShop } from './recommend/bench-shops';
import { learnSpeed } from './recommend/learn-speed';
import { scoreMonths } from './recommend/score-months';

const BAR = {
  'UCI: differences, low': 0,
  'learn s, at most': 30,
  'learn, event loop p99 ms, at most': 25,
} as const;

export const recommend: Bench = {
  about:
    'new items among the next four weeks’ purchases: the recommender against top sellers; a night’s learning',
  options:
    '--uci FILE --months 4 --shoppers 2000 (of the demo and the invented shops) --large 145000 (shoppers of the timed shop; 0: none) --seed 1',
  async run(options, say): Promise<BenchResult> {
    const months = wholeNumber(options, 'months', 4);
    const shoppers = wholeNumber(options, 'shoppers', 2_000);
    const large = wholeNumber(options, 'large', 145_000);
    const { uci } = options;
    if (uci !== undefined && !existsSync(uci)) throw new Error(`There is no file "${uci}".`);
    if (uci === undefined) say('UCI: skipped. Name its file with --uci FILE.');

    const taste = scoreMonths(inventedShop('taste', 0.8, shoppers), months, say);
    const alike = scoreMonths(inventedShop('alike', 0, shoppers), months, say);
    const demo = scoreMonths(
      demoShop({ shoppers, seed: wholeNumber(options, 'seed', 1) }),
      Math.min(months, 3),
      say,
    );
    const real = uci === undefined ? null : scoreMonths(await uciShop(uci), months, say);
    const speed = large === 0 ? {} : await learnSpeed(large, say);
    const scores = [...(real ? [real] : []), demo, taste, alike];
    return {
      figures: Object.assign({}, ...scores.map(({ figures }) => figures), speed) as Record<string, number>,
      reference: Object.assign({}, ...scores.map(({ reference }) => reference)) as Record<string, number>,
      bar: BAR,
      pass:
        (real === null || (real.low.hit > 0 && real.low.ndcg > 0 && real.gate.isOpen)) &&
        taste.gate.isOpen &&
        !alike.gate.isOpen &&
        (speed['learn s'] ?? 0) <= BAR['learn s, at most'] &&
        (speed['learn, event loop p99 ms'] ?? 0) <= BAR['learn, event loop p99 ms, at most'],
    };
  },
};
