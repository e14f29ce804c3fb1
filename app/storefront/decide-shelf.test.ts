import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findEligible, reveal, SHELF_ITEMS_MAX } from './decide-shelf';
import type {
  DefaultReason,
  ShelfCandidate,
  ShelfDecision,
  ShelfFacts,
  ShelfVerdict,
} from './shelf-decision';

const TODAY = 20_000;

function candidate(part: Partial<ShelfCandidate> = {}): ShelfCandidate {
  return {
    keyId: 1,
    productId: 1n,
    variantId: 11n,
    handle: 'house-blend',
    rank: 0.5,
    purchases: 2,
    lastOn: TODAY - 30,
    windowFromOn: TODAY - 2,
    bestOn: TODAY,
    windowToOn: TODAY + 4,
    expiresOn: TODAY + 40,
    usualWeeks: 5,
    isConsumable: true,
    isLive: true,
    deletedAt: null,
    isAvailable: true,
    isSensitive: false,
    ...part,
  };
}

function facts(part: Partial<ShelfFacts> = {}): ShelfFacts {
  return {
    isOn: true,
    isOptedOut: false,
    isRecognised: true,
    todayOn: TODAY,
    candidates: [candidate()],
    ...part,
  };
}

/** What a request comes to when its exposure says this. */
function decide(some: ShelfFacts, verdict: ShelfVerdict): ShelfDecision {
  const found = findEligible(some);
  return found.kind === 'eligible' ? reveal(found.items, verdict) : found;
}

describe('the default stays', () => {
  const rows: [DefaultReason, Partial<ShelfFacts>, ShelfVerdict][] = [
    ['switched-off', { isOn: false }, 'treated'],
    ['unknown-visitor', { isRecognised: false }, 'treated'],
    ['opted-out', { isOptedOut: true }, 'treated'],
    ['no-recent-consumable', { candidates: [] }, 'treated'],
    ['no-recent-consumable', { candidates: [candidate({ isConsumable: false })] }, 'treated'],
    ['no-recent-consumable', { candidates: [candidate({ expiresOn: TODAY - 1 })] }, 'treated'],
    ['nothing-due', { candidates: [candidate({ windowFromOn: TODAY + 1 })] }, 'treated'],
    ['sensitive', { candidates: [candidate({ isSensitive: true })] }, 'treated'],
    ['out-of-stock', { candidates: [candidate({ isAvailable: false })] }, 'treated'],
    ['out-of-stock', { candidates: [candidate({ isLive: false })] }, 'treated'],
    ['out-of-stock', { candidates: [candidate({ deletedAt: new Date(0) })] }, 'treated'],
    [
      'out-of-stock',
      { candidates: [candidate({ isSensitive: true }), candidate({ productId: 2n, isAvailable: false })] },
      'treated',
    ],
    ['out-of-stock', { candidates: [candidate({ variantId: null })] }, 'treated'],
    ['out-of-stock', { candidates: [candidate({ handle: "x' | upcase }}" })] }, 'treated'],
    ['holdout', {}, 'holdout'],
    ['control', {}, 'control'],
    ['capped', {}, 'capped'],
  ];

  it.each(rows)('%s: %o', (reason, part, verdict) => {
    expect(decide(facts(part), verdict)).toEqual({ kind: 'default', reason });
  });

  it.each(rows.slice(0, -3))('%s before any arm is drawn: %o', (reason, part) => {
    expect(findEligible(facts(part))).toEqual({ kind: 'default', reason });
  });
});

describe('refills', () => {
  it('are eligible first, and shown to the treated', () => {
    const { items } = findEligible(facts()) as { items: unknown };
    expect(items).toMatchObject([{ productId: 1n, variantId: 11n, purchases: 2, bestOn: TODAY }]);
    expect(decide(facts(), 'treated')).toEqual({ kind: 'refills', items });
  });

  it('come in the order of their rank, eight at most, without what may not be shown', () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      candidate({ productId: BigInt(index), rank: index / 12 }),
    );
    const mixed = [...many, candidate({ productId: 99n, rank: 1, isSensitive: true })];
    const decision = decide(facts({ candidates: mixed }), 'treated');
    const ids = decision.kind === 'refills' ? decision.items.map((item) => item.productId) : [];
    expect(ids).toEqual([11n, 10n, 9n, 8n, 7n, 6n, 5n, 4n]);
    expect(ids).toHaveLength(SHELF_ITEMS_MAX);
  });

  it('follow the forecast that saw the latest purchase', () => {
    const account = candidate({ keyId: 1, lastOn: TODAY - 1, windowFromOn: TODAY + 20 });
    const browser = candidate({ keyId: 2, lastOn: TODAY - 30 });
    expect(findEligible(facts({ candidates: [browser, account] }))).toMatchObject({
      reason: 'nothing-due',
    });
  });
});

it('asks for the arm exactly when every arm would decide alike until then', () => {
  const flags = fc.record({
    isConsumable: fc.boolean(),
    isLive: fc.boolean(),
    isAvailable: fc.boolean(),
    isSensitive: fc.boolean(),
    productId: fc.bigInt(1n, 4n),
    lastOn: fc.integer({ min: TODAY - 40, max: TODAY }),
    windowFromOn: fc.integer({ min: TODAY - 3, max: TODAY + 3 }),
    expiresOn: fc.integer({ min: TODAY - 3, max: TODAY + 3 }),
  });
  const anyFacts = fc.record({
    isOn: fc.boolean(),
    isOptedOut: fc.boolean(),
    isRecognised: fc.boolean(),
    todayOn: fc.constant(TODAY),
    candidates: fc.array(flags.map(candidate), { maxLength: 6 }),
  });
  fc.assert(
    fc.property(anyFacts, (some) => {
      const before = findEligible(some);
      for (const verdict of ['treated', 'control', 'holdout', 'capped'] as const) {
        const after = decide(some, verdict);
        if (before.kind === 'default') expect(after).toEqual(before);
        else if (verdict === 'treated') expect(after).toEqual({ ...before, kind: 'refills' });
        else expect(after).toEqual({ kind: 'default', reason: verdict });
      }
    }),
  );
});
