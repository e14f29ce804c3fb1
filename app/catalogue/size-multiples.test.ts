import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPackSize, type PackSize } from './pack-size';
import { LARGEST_MULTIPLE, sizeMultiples } from './size-multiples';

const multiplesOf = (titles: readonly string[]) => [
  ...sizeMultiples(
    titles.map((title, at) => ({ variantId: BigInt(at), pack: readPackSize([title]) })),
  ).values(),
];

it.each([
  [
    ['250 g', '500 g', '1 kg'],
    [0.5, 1, 2],
  ],
  [
    ['30 capsules', '90 capsules'],
    [1, 3],
  ],
  [['1 kg'], [1]],
  [
    ['Red', 'Blue'],
    [1, 1],
  ],
  [
    ['250 g', 'Sampler', '12 pods'],
    [1, 1, 1],
  ],
  [
    ['Tin', '100 g', '300 g', '5 kg'],
    [1, 1 / 3, 1, LARGEST_MULTIPLE],
  ],
  [[], []],
])('%j', (titles, multiples) => {
  expect(multiplesOf(titles)).toEqual(multiples);
});

const pack: fc.Arbitrary<PackSize | null> = fc.option(
  fc.record({
    amount: fc.double({ min: 0.001, max: 1e7, noNaN: true }),
    unit: fc.constantFrom('g', 'ml', 'items'),
  }),
);

it('is never outside its bounds, and does not depend on the order or the unit of measure', () => {
  fc.assert(
    fc.property(
      fc.array(pack, { maxLength: 12 }),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      (packs, by) => {
        const variants = packs.map((one, at) => ({ variantId: BigInt(at), pack: one }));
        const scaled = variants.map((one) => ({
          ...one,
          pack: one.pack && { ...one.pack, amount: one.pack.amount * by },
        }));
        const found = sizeMultiples(variants);
        for (const [id, multiple] of found) {
          expect(multiple).toBeGreaterThanOrEqual(1 / LARGEST_MULTIPLE);
          expect(multiple).toBeLessThanOrEqual(LARGEST_MULTIPLE);
          expect(sizeMultiples([...variants].reverse()).get(id)).toBe(multiple);
          expect(sizeMultiples(scaled).get(id)).toBeCloseTo(multiple, 9);
        }
      },
    ),
  );
});
