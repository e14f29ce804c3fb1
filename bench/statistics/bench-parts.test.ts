import { expect, it } from 'vitest';
import { bugs } from './bugs';
import type { BenchRun, Check } from './check';
import { lateEffects } from './late-effects';
import { numerics } from './numerics';
import { chiSquareUpperTail, studentQuantile, studentUpperTail } from './tails';
import { versionsApart } from './versions';

/** The parts that say something after a few runs; the others need thousands. */
it.each<[string, (run: BenchRun) => readonly Check[]]>([
  ['numerics', numerics],
  ['injected bugs', bugs],
  ['late effects', lateEffects],
  ['two versions', versionsApart],
])('keeps its targets in a few runs: %s', (_, part) => {
  for (const check of part({ runs: 20, seed: 1 })) expect(check).toMatchObject({ pass: true });
});

it('gives the same figures for the same seed', () => {
  expect(versionsApart({ runs: 5, seed: 3 })).toEqual(versionsApart({ runs: 5, seed: 3 }));
});

it('inverts Student’s t, and stays defined at the edge of chi-square', () => {
  for (const p of [1e-6, 0.02, 0.3, 0.5, 0.8, 0.975, 0.9999])
    expect(1 - studentUpperTail(studentQuantile(p, 3.5), 3.5)).toBeCloseTo(p, 9);
  expect(chiSquareUpperTail(0, 3)).toBe(1);
});
