import type { Detector } from './labelled-shop';
import { priorOf, talliesOf } from './labelled-shop';

const PSEUDO_BUYERS = 5;
const CATEGORY_BUYERS = 20;

/** What the facts measured, and what a shop would do by hand. Raw shares are of all buyers, as published. */
export const REFERENCE_DETECTORS: Readonly<Record<string, Detector>> = {
  'repeat share': (history, _, onDay) =>
    sharesOn(history, onDay).map(({ buyers, repeat }) => (buyers === 0 ? 0 : repeat / buyers)),
  'repeat share, shrunk': (history, _, onDay) => {
    const shares = sharesOn(history, onDay);
    const overall = overallShare(shares);
    return shares.map((share) => shrink(share, overall, PSEUDO_BUYERS));
  },
  'repeat share, category prior': (history, labels, onDay) => {
    const { shares, others } = categoryShares(history, labels, onDay);
    return shares.map((share, product) => shrink(share, others[product]!, CATEGORY_BUYERS));
  },
  'category share alone': (history, labels, onDay) => [...categoryShares(history, labels, onDay).others],
  'kind alone': (_, labels) => labels.map((label) => priorOf(label).chance),
  'number of buyers': (history, _, onDay) => sharesOn(history, onDay).map(({ buyers }) => buyers),
  'purchases per buyer': (history, _, onDay) =>
    talliesOf(history, onDay).map(({ buyers, returns }) => (buyers === 0 ? 0 : returns / buyers)),
};

type Args = Parameters<Detector>;

interface Share {
  readonly buyers: number;
  readonly repeat: number;
}

function sharesOn(history: Args[0], onDay: number): readonly Share[] {
  const shares = history.products.map(() => ({ buyers: 0, repeat: 0 }));
  for (const { product, days } of history.pairs) {
    if (days[0]! > onDay) continue;
    shares[product]!.buyers += 1;
    if (days.length > 1 && days[1]! <= onDay) shares[product]!.repeat += 1;
  }
  return shares;
}

function overallShare(shares: readonly Share[]): number {
  const buyers = shares.reduce((sum, share) => sum + share.buyers, 0);
  return buyers === 0 ? 0 : shares.reduce((sum, share) => sum + share.repeat, 0) / buyers;
}

const shrink = ({ buyers, repeat }: Share, prior: number, pseudo: number) =>
  (repeat + pseudo * prior) / (buyers + pseudo);

/** Of each product, the shrunk share of its category without it; the shop's where the category is hidden. */
function categoryShares(history: Args[0], labels: Args[1], onDay: number) {
  const shares = sharesOn(history, onDay);
  const overall = overallShare(shares);
  const all = new Map<string, { buyers: number; repeat: number }>();
  shares.forEach(({ buyers, repeat }, product) => {
    const { category } = labels[product]!;
    const sum = all.get(category) ?? { buyers: 0, repeat: 0 };
    all.set(category, { buyers: sum.buyers + buyers, repeat: sum.repeat + repeat });
  });
  const others = shares.map(({ buyers, repeat }, product) => {
    const { category } = labels[product]!;
    if (category === '') return overall;
    const sum = all.get(category)!;
    return shrink({ buyers: sum.buyers - buyers, repeat: sum.repeat - repeat }, overall, PSEUDO_BUYERS);
  });
  return { shares, others };
}
