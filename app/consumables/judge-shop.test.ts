import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CategoryPrior } from './category-priors';
import { judgeShop, type ShopProduct } from './judge-shop';
import { emptyTally, type RepeatTally } from './repeat-tally';
import { fitShopRates, returnsLogRatio, TYPICAL_RATES } from './shop-rates';

const product = (
  tally: Partial<RepeatTally> = {},
  about: Partial<Omit<ShopProduct, 'tally'>> = {},
): ShopProduct => ({
  prior: { chance: 0.25, from: null },
  group: '',
  tally: { ...emptyTally(), ...tally },
  hasPackSize: false,
  hasSubscriptionOffer: false,
  isGiftCard: false,
  requiresShipping: true,
  ...about,
});

const OFTEN = { buyers: 40, repeatBuyers: 15, returns: 25, passed: 80 };
const NEVER = { buyers: 40, repeatBuyers: 0, returns: 0, passed: 100 };
const COFFEE = { chance: 0.96, from: 'title' } as const;
const MUG = { chance: 0.03, from: 'title' } as const;

const first = (...products: readonly ShopProduct[]) => judgeShop(products).verdicts[0]!;

describe('a product', () => {
  it('is judged by its buyers, whatever its kind', () => {
    expect(first(product(OFTEN))).toMatchObject({ consumable: true, level: 'product' });
    expect(first(product(OFTEN)).reasons[0]).toBe('bought-again');
    expect(first(product(NEVER, { prior: COFFEE })).score).toBeLessThan(
      first(product({}, { prior: COFFEE })).score,
    );
  });

  it('nobody bought yet is judged by its kind, and says so', () => {
    expect(first(product({}, { prior: COFFEE }))).toMatchObject({ consumable: true, level: 'kind' });
    expect(first(product({}, { prior: MUG }))).toMatchObject({ consumable: false, level: 'kind' });
    expect(first(product())).toMatchObject({ consumable: false, level: 'shop', reasons: ['little-known'] });
  });

  it('of a known kind is likelier a consumable where most of the others are, and says so', () => {
    const among = (others: CategoryPrior['chance'], kind: ShopProduct['prior']) => {
      const rest = Array.from({ length: 40 }, () =>
        product({}, { prior: { chance: others, from: 'title' } }),
      );
      return first(product({}, { prior: kind }), ...rest);
    };
    const [grocer, giftShop] = [among(COFFEE.chance, MUG), among(MUG.chance, MUG)];
    expect(grocer).toMatchObject({ consumable: false });
    expect(grocer.score).toBeGreaterThan(giftShop.score);
    expect(grocer.reasons).toEqual(['kind-not-used-up', 'shop-sells-used-up']);
    expect(among(MUG.chance, COFFEE)).toMatchObject({ consumable: true, level: 'kind' });
    expect(among(MUG.chance, COFFEE).reasons).toEqual(['kind-used-up', 'shop-sells-lasting']);
  });

  it('rests on what weighs most for the verdict, never on what speaks against it', () => {
    // Its kind speaks loudest, but its buyers and its offer win together.
    const lasting = { prior: { chance: 0.2, from: 'title' } } as const;
    const some = { buyers: 6, repeatBuyers: 2, returns: 2, passed: 8 };
    const verdict = first(product(some, { ...lasting, hasSubscriptionOffer: true }));
    const { offer, returns, start } = verdict.weights;
    expect(verdict).toMatchObject({ consumable: true, level: offer > returns ? 'offer' : 'product' });
    expect(start).toBeLessThan(0);
    expect(first(product({}, { hasSubscriptionOffer: true }))).toMatchObject({
      consumable: true,
      level: 'offer',
    });
    const half = { prior: { chance: 0.5, from: 'title' } } as const;
    expect(first(product({}, { ...half, hasPackSize: true }))).toMatchObject({ level: 'pack' });
    const even = { gaps: 4, evenness: 1.5 };
    expect(first(product(even, half))).toMatchObject({ consumable: true, level: 'gaps' });
    // Buyers who speak for it say little of a thing to keep.
    expect(
      first(product({ buyers: 9, repeatBuyers: 1, returns: 1, passed: 9 }, { prior: MUG })),
    ).toMatchObject({
      ...{ consumable: false, level: 'kind' },
    });
  });

  it('of unknown kind is judged by the others of its category', () => {
    const others = Array.from({ length: 5 }, () => product(OFTEN, { group: 'Filters' }));
    const verdict = first(product({}, { group: 'Filters' }), ...others);
    expect(verdict).toMatchObject({ level: 'relatives', consumable: true });
    expect(verdict.reasons).toEqual(['relatives-bought-again']);
  });

  it.each([
    [{ isGiftCard: true }, 'gift-card'],
    [{ requiresShipping: false }, 'digital'],
  ] as const)('is never a consumable with %j', (about, reason) => {
    const verdict = first(product(OFTEN, { ...about, prior: COFFEE, hasSubscriptionOffer: true }));
    expect(verdict).toMatchObject({ consumable: false, score: 0, level: 'excluded', reasons: [reason] });
  });
});

it('a shop without products, or with one', () => {
  expect(judgeShop([])).toMatchObject({ verdicts: [], rates: TYPICAL_RATES });
  expect(judgeShop([product()]).verdicts).toHaveLength(1);
});

it('learns how often things are bought again in this shop, from those whose kind is known', () => {
  const busy = Array.from({ length: 200 }, () => ({ returns: 50, passed: 100, kindChance: 0.96 }));
  const kept = Array.from({ length: 200 }, () => ({ returns: 8, passed: 100, kindChance: 0.03 }));
  const rates = fitShopRates([...busy, ...kept]);
  expect(rates.usedUp).toBeGreaterThan(TYPICAL_RATES.usedUp + 1);
  expect(rates.kept).toBeGreaterThan(TYPICAL_RATES.kept + 1);
  const tenth = { returns: 4, passed: 40 };
  expect(returnsLogRatio(tenth, TYPICAL_RATES)).toBeGreaterThan(0);
  expect(returnsLogRatio(tenth, rates)).toBeLessThan(0);
});

const anyProduct = fc.record({
  returns: fc.nat(400),
  passed: fc.double({ min: 0, max: 5000, noNaN: true }),
  evenness: fc.double({ min: -400, max: 160, noNaN: true }),
  group: fc.constantFrom('', 'a', 'b'),
  chance: fc.constantFrom(null, 0.03, 0.5, 0.96),
});

describe('whatever the shop', () => {
  const shop = fc.array(anyProduct, { minLength: 1, maxLength: 12 }).map((all) =>
    all.map(({ group, chance, ...tally }) =>
      product(tally, {
        group,
        prior: chance === null ? { chance: 0.25, from: null } : { chance, from: 'title' },
      }),
    ),
  );

  it('scores are chances that the weights add up to', () => {
    fc.assert(
      fc.property(shop, (products) => {
        for (const { score, weights, consumable } of judgeShop(products).verdicts) {
          const logOdds = Object.values(weights).reduce((a, b) => a + b, 0);
          expect(score).toBeCloseTo(1 / (1 + Math.exp(-logOdds)), 9);
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThan(1);
          expect(consumable).toBe(score > 0.5);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('the order of products changes nothing', () => {
    fc.assert(
      fc.property(shop, (products) => {
        const scores = judgeShop(products).verdicts.map((verdict) => verdict.score);
        const turned = judgeShop([...products].reverse()).verdicts.map((verdict) => verdict.score);
        turned.reverse().forEach((score, at) => expect(score).toBeCloseTo(scores[at]!, 6));
      }),
      { numRuns: 50 },
    );
  });

  it('one more return never speaks against a product, one more chance let pass never for it', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.double({ min: 0, max: 300, noNaN: true }), (returns, passed) => {
        const ratio = (more: { returns: number; passed: number }) => returnsLogRatio(more, TYPICAL_RATES);
        const now = ratio({ returns, passed });
        expect(ratio({ returns: returns + 1, passed })).toBeGreaterThanOrEqual(now);
        expect(ratio({ returns, passed: passed + 1 })).toBeLessThanOrEqual(now);
      }),
    );
  });
});
