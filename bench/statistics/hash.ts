import golden from '../../app/holdout/bucket.golden.json';
import { BUCKETS, bucketOf } from '../../app/holdout/bucket';
import type { BenchRun, Check } from './check';
import { chiSquareUpperTail } from './tails';

/** The draw itself: even, independent between layers and versions, and GrowthBook's to the bucket. */
export function hash({ runs }: BenchRun): readonly Check[] {
  const ids = runs >= 10_000 ? 1_000_000 : 200_000;
  const seeds = ['corner.example:holdout:1', 'corner.example:shelf:1', 'corner.example:shelf:2'];
  const filled = seeds.map(() => new Float64Array(BUCKETS));
  const together = new Float64Array(100);
  const versions = new Float64Array(100);
  for (let id = 0; id < ids; id += 1) {
    const value = `account:${7_000_000_000 + id}`;
    const [holdout = 0, first = 0, second = 0] = seeds.map((seed, index) => {
      const bucket = bucketOf(seed, value);
      const counts = filled[index];
      if (counts) counts[bucket] = (counts[bucket] ?? 0) + 1;
      return Math.floor((bucket * 10) / BUCKETS);
    });
    together[holdout * 10 + first] = (together[holdout * 10 + first] ?? 0) + 1;
    versions[first * 10 + second] = (versions[first * 10 + second] ?? 0) + 1;
  }
  const wrong = (golden.cases as [string, string, number][]).filter(
    ([seed, value, share]) => bucketOf(seed, value) !== Math.round(share * BUCKETS),
  ).length;
  const above = (name: string, figure: number): Check => ({
    name,
    figure,
    goal: 'at least',
    target: 0.001,
    unit: '',
    runs: ids,
    pass: figure > 0.001,
    beside: {},
  });
  return [
    above(
      'Hash, 10,000 buckets evenly filled: least p of 3 seeds',
      Math.min(...filled.map((counts) => evenP(counts, ids, BUCKETS - 1))),
    ),
    above('Hash, two layers independent (tenths by tenths): p', evenP(together, ids, 99)),
    above('Hash, two versions of a layer independent: p', evenP(versions, ids, 99)),
    {
      name: `Hash, GrowthBook's own cases that differ, of ${golden.cases.length}`,
      figure: wrong,
      goal: 'at most',
      target: 0,
      unit: '',
      runs: golden.cases.length,
      pass: wrong === 0,
      beside: {},
    },
  ];
}

function evenP(counts: Float64Array, all: number, degrees: number): number {
  const expected = all / counts.length;
  return chiSquareUpperTail(
    counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0),
    degrees,
  );
}
