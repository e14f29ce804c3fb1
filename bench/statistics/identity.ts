import { drawTactic } from '../../app/holdout/draw';
import type { Layer } from '../../app/holdout/layer';
import { judgeCrossover } from '../../app/results/statistics/crossover';
import { judgeSampleRatio, lnSampleRatioEvidence } from '../../app/results/statistics/sample-ratio';
import { evidenceP } from '../../app/results/statistics/conversion-labels';
import { atMost, type BenchRun, type Check } from './check';
import { drawsFrom } from './draws';

const PERSONS = 10_000;
const LAYER: Layer = { id: 1, name: 'shelf', version: 1, shareBp: 5000 };
const BASE = 0.2;
const EFFECT = 0.2;

/**
 * A fifth of the persons have two devices, each drawn on its own; half of those use the second before it is linked, so that
 * one in twenty sees both arms. Analysed by person and first arm.
 */
export function identity({ runs, seed }: BenchRun): readonly Check[] {
  const shops = Math.max(60, Math.floor(runs / 20));
  const draws = drawsFrom(seed + 8000);
  let difference = 0;
  let promised = 0;
  let mismatches = 0;
  for (let shop = 0; shop < shops; shop += 1) {
    const arms = {
      treated: { shoppers: 0, crossed: 0, conversions: 0 },
      control: { shoppers: 0, crossed: 0, conversions: 0 },
    };
    for (let person = 0; person < PERSONS; person += 1) {
      const device = (number: number) =>
        drawTactic(`shop-${shop}.example`, LAYER, { kind: 'browser', value: `${person}-${number}` }).arm;
      const first = device(1);
      const meetsSecond = draws.random() < 0.1;
      const acted = meetsSecond ? device(2) : first;
      const arm = arms[first];
      arm.shoppers += 1;
      if (acted !== first) arm.crossed += 1;
      if (draws.random() < BASE + (acted === 'treated' ? EFFECT : 0)) arm.conversions += 1;
    }
    const { treated, control } = arms;
    difference += treated.conversions / treated.shoppers - control.conversions / control.shoppers;
    promised += judgeCrossover(treated, control).attenuation;
    const p = evidenceP(lnSampleRatioEvidence([control.shoppers, treated.shoppers], [0.5, 0.5]));
    if (judgeSampleRatio(p) === 'mismatch') mismatches += 1;
  }
  const measured = difference / shops / EFFECT;
  const formula = promised / shops;
  return [
    {
      name: 'Identity, 20 % with two devices, 5 % in both arms: what is left of the effect',
      figure: measured,
      goal: 'near',
      target: formula,
      unit: '%',
      runs: shops,
      pass: Math.abs(measured - formula) <= 0.02,
      beside: {},
    },
    atMost('Identity: sample-ratio alarms from merges', mismatches, shops, 0.001),
  ];
}
