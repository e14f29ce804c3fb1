/** Seeded 32-bit generator (mulberry32), uniform on [0, 1). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export type Interval = readonly [number, number];

/** 2.5 and 97.5 percentile of a figure over resamples of shoppers; `figure` gets each shopper's multiplicity. */
export function bootstrapShoppers(
  cases: readonly { readonly shopper: number }[],
  resamples: number,
  figure: (weight: (shopper: number) => number) => number,
): Interval {
  const shoppers = [...new Set(cases.map((scored) => scored.shopper))];
  if (shoppers.length === 0) return [NaN, NaN];
  const random = seededRandom(20261120);
  const drawn: number[] = [];
  const weights = new Int32Array(Math.max(...shoppers) + 1);
  for (let r = 0; r < resamples; r += 1) {
    weights.fill(0);
    for (let i = 0; i < shoppers.length; i += 1) {
      const shopper = shoppers[Math.floor(random() * shoppers.length)]!;
      weights[shopper] = weights[shopper]! + 1;
    }
    drawn.push(figure((shopper) => weights[shopper]!));
  }
  drawn.sort((a, b) => a - b);
  return [percentile(drawn, 0.025), percentile(drawn, 0.975)];
}

/** Linear interpolation between order statistics. */
export function percentile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  const a = sorted[low] ?? NaN;
  const b = sorted[Math.min(low + 1, sorted.length - 1)] ?? NaN;
  return a + (b - a) * (at - low);
}
