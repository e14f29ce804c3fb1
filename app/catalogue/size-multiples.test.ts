import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPackSize, type PackSize } from './pack-size';
import { LARGEST_MULTIPLE, sizeMultiples, sizeTimes } from './size-multiples';

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
  [
    ['32 oz', '1 gal', '8 fl oz'],
    [1, LARGEST_MULTIPLE, 0.261],
  ],
  [
    ['6 x 330 ml', '330ml', '24x33cl'],
    [1, 1 / 4, LARGEST_MULTIPLE],
  ],
  [
    ['500 g', '0,5 kg', '1 kilo', '2 x 250 g'],
    [1, 1, 2, 1],
  ],
  [
    ['Pack of 2', '6-pack', '12er Pack'],
    [1 / 3, 1, 2],
  ],
  [[], []],
])('%j', (titles, multiples) => {
  expect(multiplesOf(titles)).toEqual(multiples.map((multiple) => expect.closeTo(multiple, 3) as number));
});

it('says the truth of a size that counts for less, and nothing of what cannot be compared', () => {
  const titles = ['24 x 33 cl', '330 ml', '12 pods', 'Sampler'];
  const variants = titles.map((title, at) => ({ variantId: BigInt(at), pack: readPackSize([title]) }));
  expect([...sizeTimes(variants).values()]).toEqual([24, 1, null, null]);
  expect([...sizeMultiples(variants).values()]).toEqual([LARGEST_MULTIPLE, 1, 1, 1]);
});

const pack: fc.Arbitrary<PackSize | null> = fc.option(
  fc.record({
    amount: fc.double({ min: 0.001, max: 1e7, noNaN: true }),
    unit: fc.constantFrom('g', 'ml', 'items'),
  }),
);

it('counts the single one of several packs', () => {
  const packs = ['1 pack', '3 pack', '6 pack'].map((title) => readPackSize([title, 'Lip balm']));
  const variants = packs.map((size, at) => ({ variantId: BigInt(at), pack: size }));
  expect([...sizeMultiples(variants).values()]).toEqual([expect.closeTo(1 / 3, 9), 1, 2]);
});

it('is never outside its bounds, and does not depend on the order or the unit of measure', () => {
  fc.assert(
    fc.property(
      fc.array(pack, { maxLength: 12 }),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      (packs, by) => {
        const variants = packs.map((size, at) => ({ variantId: BigInt(at), pack: size }));
        const scaled = variants.map((variant) => ({
          ...variant,
          pack: variant.pack && { ...variant.pack, amount: variant.pack.amount * by },
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
