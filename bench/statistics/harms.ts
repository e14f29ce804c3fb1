import { lnHarmEvidence } from '../../app/results/statistics/label-harm';
import { judgeHarm } from '../../app/results/statistics/harm';
import { atLeast, atMost, type BenchRun, type Check } from './check';
import { drawsFrom } from './draws';
import { LOOKS, liveDays } from './shop-days';

const TOLERANCE = { rate: 0.02, tightestAt: 5000 };

/** Harm beyond tolerance: alarms at the tolerance itself, and how often twice or half as much again is found. */
export function harms({ runs, seed }: BenchRun): readonly Check[] {
  return [
    atMost(
      'Harm rate exactly at its tolerance (2 %), 84 daily looks: paused',
      paused(0.02, runs, seed + 9500),
      runs,
      0.05,
    ),
    atLeast(
      'Harm rate twice its tolerance, 100 a day: paused within 84 days',
      paused(0.04, runs, seed + 9501),
      runs,
      0.99,
    ),
    atMost(
      'Unsubscribes exactly at 1.25 times the control, 84 daily looks: alarm',
      alarms(1.25, runs, seed + 9502),
      runs,
      0.05,
    ),
    atLeast(
      'Unsubscribes at twice the control (50/50, 200 a day, 2 %): alarm',
      alarms(2, runs, seed + 9503),
      runs,
      0.9,
    ),
  ];
}

function paused(rate: number, runs: number, seed: number): number {
  const draws = drawsFrom(seed);
  let count = 0;
  for (let run = 0; run < runs; run += 1) {
    let persons = 0;
    let hits = 0;
    for (let day = 0; day < LOOKS; day += 1) {
      const shoppers = draws.poisson(100);
      persons += shoppers;
      hits += draws.binomial(shoppers, rate);
      // The interval costs; below the tolerance its lower end is certainly below too.
      if (hits > persons * TOLERANCE.rate && judgeHarm(hits, persons, TOLERANCE).state === 'beyond') {
        count += 1;
        break;
      }
    }
  }
  return count;
}

function alarms(ratio: number, runs: number, seed: number): number {
  const draws = drawsFrom(seed);
  let count = 0;
  for (let run = 0; run < runs; run += 1) {
    let says = false;
    liveDays(draws, { perDay: 200, rate: 0.02, controlShare: 0.5, ratio }, (totals) => {
      const labels = { treated: totals.convertedTreated, control: totals.convertedControl };
      says ||= lnHarmEvidence(labels, 0.5, 1.25) >= Math.log(20);
    });
    if (says) count += 1;
  }
  return count;
}
