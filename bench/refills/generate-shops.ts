import { seededRandom } from './bootstrap';
import type { PurchaseRow } from './history';

/**
 * Invented shops of several kinds, to see whether the model holds on what it was not made on. Their figures follow what
 * is reported of real ones: gamma-shaped gaps (k about 2, regular shoppers far more), log-sd .7 to .9 within a shopper, a
 * visit rhythm, and many who never come back.
 */
export const SHOP_KINDS = {
  /**
   * Item = order, two years, half of the shoppers regular, many on a weekly rhythm. Set so that the reference predictors come
   * out near what is reported of a real one (its data cannot be had): own median 48.8 % of reminder hits and 16.8 d mean
   * error, here 49.6 % and 14.9 d; least squares 47.5 % and 15.0 d, here 45.5 % and 14.7 d (seed 101).
   */
  'online grocer': { make: onlineGrocer, from: 365, end: 729, follow: 90 },
  /** Households with visits every few days and a few dozen wants each, seen for 79 days. */
  supermarket: { make: supermarket, from: 45, end: 79, follow: 21 },
  'pet supplies': { make: petSupplies, from: 270, end: 539, follow: 90 },
  /** Few come back; resellers buy much; autumn is busier. */
  gifts: { make: gifts, from: 182, end: 373, follow: 90 },
} as const;

type Random = () => number;

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Marsaglia and Tsang 2000. */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

const row = (shopper: string, product: string, day: number, quantity = 1, category = ''): PurchaseRow => ({
  shopper,
  product,
  day,
  quantity,
  category,
});

function onlineGrocer(seed: number, shoppers = 1500): PurchaseRow[] {
  const random = seededRandom(seed);
  const rows: PurchaseRow[] = [];
  for (let s = 0; s < shoppers; s += 1) {
    const mean = 33 * Math.exp(0.9 * normal(random));
    const shape = random() < 0.5 ? 10 + 25 * random() : 0.8 + 1.5 * random();
    const isWeekly = random() < 0.6;
    const leaves = 0.02 + 0.32 * random() ** 2;
    let drift = 0;
    for (let day = Math.floor(random() * 90); day < 730;) {
      rows.push(row(`s${s}`, 'order', day));
      if (random() < leaves) break;
      drift = 0.8 * drift + 0.08 * normal(random);
      let gap = (mean * Math.exp(drift) * gamma(random, shape)) / shape;
      if (random() < 0.03) gap += mean * (0.5 + 2 * random());
      if (random() < 0.015) gap += 60 + 100 * random();
      if (isWeekly) gap = Math.max(7, Math.round(gap / 7) * 7) + (random() < 0.25 ? 2 * normal(random) : 0);
      day += Math.max(1, Math.round(gap));
    }
  }
  return rows;
}

const KINDS = 120;

function supermarket(seed: number, households = 800): PurchaseRow[] {
  const random = seededRandom(seed);
  const kinds = Array.from({ length: KINDS }, () => ({
    gap: 13 * Math.exp(0.75 * normal(random)),
    loyal: 0.45 + 0.45 * random(),
  }));
  const rows: PurchaseRow[] = [];
  for (let s = 0; s < households; s += 1) {
    const visits = householdVisits(random);
    const size = Math.exp(0.5 * normal(random));
    const wants = Array.from({ length: 20 + Math.floor(40 * random()) }, () => {
      const kind = Math.floor(KINDS * random() ** 2);
      const gap = (kinds[kind]!.gap / size) * Math.exp(0.5 * normal(random));
      const favourite = kind * 50 + Math.floor(50 * random() ** 3);
      return { kind, gap, favourite, dueOn: 32 * random(), loyal: kinds[kind]!.loyal };
    });
    for (const day of visits) {
      for (const want of wants) {
        if (day + 1.5 * normal(random) < want.dueOn) continue;
        if (random() < 0.06) want.dueOn = Infinity;
        else if (random() < 0.75) {
          const other = want.kind * 50 + Math.floor(50 * random() ** 2);
          const product = random() < want.loyal ? want.favourite : other;
          if (random() < 0.08) want.favourite = product;
          rows.push(row(`h${s}`, `p${product}`, day, 1, `k${want.kind}`));
          want.dueOn = day + (want.gap * gamma(random, 2.5)) / 2.5;
        }
      }
    }
  }
  return rows;
}

/** Six in ten shop weekly, with a small visit in between now and then; the others every few days. */
function householdVisits(random: Random): number[] {
  const isWeekly = random() < 0.6;
  const every = 3.5 * Math.exp(0.5 * normal(random));
  const visits = new Set<number>();
  for (let day = 1 + Math.floor(random() * 7); day <= 79;) {
    visits.add(day);
    if (isWeekly && random() < 0.35) visits.add(Math.min(79, day + 1 + Math.floor(random() * 5)));
    const gap = isWeekly
      ? (random() < 0.85 ? 7 : 14) + 0.8 * normal(random)
      : (every * gamma(random, 1.6)) / 1.6;
    day += Math.max(1, Math.round(gap));
  }
  return [...visits].sort((a, b) => a - b);
}

function petSupplies(seed: number, shoppers = 1200): PurchaseRow[] {
  const random = seededRandom(seed);
  const products = Array.from({ length: 60 }, () => ({
    gap: 38 * Math.exp(0.45 * normal(random)),
    category: `c${Math.floor(8 * random())}`,
  }));
  const rows: PurchaseRow[] = [];
  for (let s = 0; s < shoppers; s += 1) {
    const start = Math.floor(random() * 400);
    for (let i = Math.floor(2.5 * random()); i >= 0; i -= 1) {
      const at = Math.floor(60 * random() ** 2);
      const product = products[at]!;
      const gap = product.gap * Math.exp(0.3 * normal(random));
      const shape = 2 + 12 * random() ** 2;
      const leaves = 0.08 + 0.2 * random();
      for (let day = start + Math.floor(10 * random()); day < 540;) {
        const packs = random() < 0.15 ? 2 : 1;
        rows.push(row(`c${s}`, `p${at}`, day, packs, product.category));
        if (random() < leaves) break;
        day += Math.max(3, Math.round((gap * packs ** 0.8 * gamma(random, shape)) / shape));
      }
    }
  }
  return rows;
}

function gifts(seed: number, shoppers = 1500): PurchaseRow[] {
  const random = seededRandom(seed);
  const rows: PurchaseRow[] = [];
  for (let s = 0; s < shoppers; s += 1) {
    const isReseller = random() < 0.04;
    const visitGap = isReseller ? 5 + 10 * random() : 60 + 60 * random();
    const size = isReseller ? 25 : 8;
    const own = Array.from({ length: size * 4 }, () => Math.floor(2000 * random() ** 2));
    for (let day = Math.floor(370 * random() ** 2); day <= 373;) {
      for (let i = size * (0.5 + random()); i > 0; i -= 1) {
        const product =
          random() < 0.45 ? own[Math.floor(own.length * random() ** 2)]! : Math.floor(2000 * random() ** 2);
        rows.push(row(`g${s}`, `i${product}`, day, 1 + Math.floor(12 * random() ** 2)));
      }
      if (random() < (isReseller ? 0.02 : 0.22)) break;
      const season = day > 270 && day < 350 ? 0.55 : 1;
      day += Math.max(1, Math.round((visitGap * season * gamma(random, 1.5)) / 1.5));
    }
  }
  return rows;
}
