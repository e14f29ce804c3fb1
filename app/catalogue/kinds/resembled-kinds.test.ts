import { statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KIND_WEIGHTS } from './kind-weights';
import { KINDS } from './kinds';
import { forEachFeature } from './name-features';
import { resemblance } from './resembled-kinds';

it('the weights know every kind; whoever adds or renames one learns them anew', () => {
  expect([...KIND_WEIGHTS.kinds], 'run npm run bench -- kinds --learn yes').toEqual(
    KINDS.map((kind) => kind.name),
  );
});

it('the weights take 300 kB at most', () => {
  expect(statSync(join(import.meta.dirname, 'kind-weights.ts')).size).toBeLessThanOrEqual(300_000);
});

it('chances add up to one, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const { chances, nothing } = resemblance(text);
      const sum = chances.reduce((all, chance) => all + chance, nothing);
      expect(sum).toBeCloseTo(1, 6);
      expect(chances.every((chance) => chance >= 0)).toBe(true);
    }),
  );
});

it('case, accents and numbers say nothing', () => {
  const features = (text: string) => {
    const found: number[] = [];
    forEachFeature(text, (hash) => found.push(hash));
    return found;
  };
  expect(features('GÉLULES de Magnésium 300')).toEqual(features('gelules de magnesium 90'));
  expect(features('Weißwein')).toEqual(features('WEISSWEIN'));
});

it('a catalogue is read in no time', () => {
  resemblance('warm');
  const started = process.cpuUsage();
  for (let i = 0; i < 2_000; i += 1)
    resemblance(`Acme Lavender Hand Soap Refill for sensitive skin, ${i} ml`);
  // A guard against the square of something: on a free core it is a tenth of this.
  expect(process.cpuUsage(started).user / 1000 / 2_000).toBeLessThan(0.3);
});
