import { describe, expect, it } from 'vitest';
import { countArms, dayOfEnough, type ExposedGroup } from './count-arms';

const none = { lateIdentity: 0, orderAwaited: 0 };

function group(
  arm: ExposedGroup['arm'],
  layerId: number | null,
  shoppers: number,
  conversions: number,
): ExposedGroup {
  return { arm, layerId, shoppers, exposures: shoppers * 2, conversions, crossed: 0 };
}

describe('counts by arm', () => {
  it('are empty without anybody', () => {
    expect(countArms('tactic', [], null, none)).toMatchObject({
      state: 'collecting',
      treated: { shoppers: 0, rate: null },
      control: { shoppers: 0, rate: null },
      smallerArmConversions: 0,
    });
  });

  it('never add the standing holdout to a tactic', () => {
    const groups = [group('treated', 4, 90, 18), group('control', 4, 10, 1), group('holdout', null, 11, 5)];
    const counts = countArms('tactic', groups, 4, none);
    expect(counts.treated).toEqual({
      arm: 'treated',
      shoppers: 90,
      exposures: 180,
      conversions: 18,
      rate: 0.2,
    });
    expect(counts.control).toMatchObject({ shoppers: 10, conversions: 1, rate: 0.1 });
    expect(counts.smallerArmConversions).toBe(1);
  });

  it('compare everyone else, controls of tactics included, with the standing holdout for Larder as a whole', () => {
    const groups = [group('treated', 2, 90, 18), group('control', 2, 10, 1), group('holdout', 2, 11, 5)];
    const counts = countArms('larder', groups, 2, none);
    expect(counts.treated).toMatchObject({ shoppers: 100, conversions: 19 });
    expect(counts.control).toMatchObject({ shoppers: 11, conversions: 5 });
  });

  it('leave out people first exposed under an older version and say how many', () => {
    const groups = [group('treated', 4, 90, 9), group('treated', 9, 50, 5), group('control', 4, 7, 1)];
    const counts = countArms('tactic', groups, 9, { lateIdentity: 3, orderAwaited: 1 });
    expect(counts.treated.shoppers).toBe(50);
    expect(counts.control.shoppers).toBe(0);
    expect(counts.leftOut).toEqual({ lateIdentity: 3, orderAwaited: 1, olderVersion: 97 });
  });
});

it.each([
  [0, null],
  [1, 100 + 190],
  [5, 100 + 30],
  [19, 100 + 1],
  [20, null],
])('with %i conversions after ten days, enough are expected on day %s', (conversions, day) => {
  expect(dayOfEnough(conversions, 90, 100)).toBe(day);
});
