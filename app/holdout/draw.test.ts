import { describe, expect, it } from 'vitest';
import { drawHoldout, drawTactic, layerBucket, type HoldoutArm } from './draw';
import type { Layer } from './layer';

const SHOP = 'corner.myshopify.com';
const SHOPPERS = Array.from({ length: 20_000 }, (_, index) => ({
  kind: 'account' as const,
  value: String(index),
}));

function holdout(version: number, shareBp: number): Layer {
  return { id: version, name: 'holdout', version, shareBp };
}

function share(arms: readonly HoldoutArm[]): number {
  return arms.filter((arm) => arm === 'in').length / arms.length;
}

describe('the standing holdout', () => {
  const first = SHOPPERS.map((key) => drawHoldout(SHOP, holdout(1, 1000), key, null).arm);

  it('holds out its share', () => {
    expect(share(first)).toBeCloseTo(0.1, 1);
  });

  it.each([
    [2000, 'in' as const],
    [500, 'out' as const],
  ])(
    'made %i ten-thousandths, leaves everyone who was %s there and meets the new share',
    (shareBp, stays) => {
      const second = SHOPPERS.map((key, index) => {
        const arm = first[index] ?? 'out';
        return drawHoldout(SHOP, holdout(2, shareBp), key, { arm, shareBp: 1000 });
      });
      first.forEach((arm, index) => {
        if (arm === stays) expect(second[index]).toMatchObject({ arm: stays, how: 'kept' });
      });
      expect(Math.abs(share(second.map((draw) => draw.arm)) - shareBp / 10_000)).toBeLessThan(0.01);
    },
  );
});

it('puts a tactic’s share in control', () => {
  const layer: Layer = { id: 9, name: 'shelf', version: 1, shareBp: 1000 };
  const control = SHOPPERS.filter((key) => drawTactic(SHOP, layer, key).arm === 'control').length;
  expect(control / SHOPPERS.length).toBeCloseTo(0.1, 1);
});

it('gives shops, layers and versions buckets of their own', () => {
  const key = { kind: 'browser' as const, value: 'AAAAAAAAAAAAAAAAAAAAAA' };
  const buckets = [
    layerBucket(SHOP, { name: 'shelf', version: 1 }, key),
    layerBucket(SHOP, { name: 'shelf', version: 2 }, key),
    layerBucket(SHOP, { name: 'reminder', version: 1 }, key),
    layerBucket('other.myshopify.com', { name: 'shelf', version: 1 }, key),
    layerBucket(SHOP, { name: 'shelf', version: 1 }, { ...key, kind: 'account' }),
  ];
  expect(new Set(buckets).size).toBe(buckets.length);
});
