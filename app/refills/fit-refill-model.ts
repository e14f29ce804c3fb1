import { fitChances } from './fit-chances';
import type { FoldedCase } from './fold-cases';
import type { RefillCase } from './refill-case';
import { quantile, withinHorizon, type RefillModel } from './refill-model';
import { chanceOfReturn, fitReturn, shareBy, type ReturnCase, type ReturnModel } from './return-model';
import { dayDistribution, fitWhen, type ClosedCase, type WhenModel } from './when-model';

/** Cases a fit looks at: those with own gaps, and a quarter as many without or with one. */
const MOST_CASES = 6000;
/** Pseudo-cases that hold the window where the prior has it. */
const WINDOW_PRIOR_CASES = 100;
/** One shopper, a reseller say, counts for no more than this share of the cases, where there are more than a few. */
const MOST_SHOPPER_SHARE = 0.05;
const LEAST_SHOPPER_CASES = 50;
/** What takes longer than the history so far is not foretold, nor is less than this asked of it. */
const LEAST_HORIZON_DAYS = 90;
/** Rounds of filling in the purchases still awaited. */
const ROUNDS = 2;
const GOLDEN = 0.6180339887498949;

type KnownCase = ReturnCase & { readonly weight: number };

/**
 * Learns one shop's model from its own history, shrunk to a prior: no order is too few. What lies after `day` is not
 * looked at; a purchase still awaited then counts by its chance of coming (see return-model), not as a long gap.
 * @param cases in the order of days
 */
export function fitRefillModel(cases: readonly FoldedCase[], day: number, start: RefillModel): RefillModel {
  const span = day - (cases[0]?.one.onDay ?? day);
  const prior = { ...start, horizonDays: Math.max(Math.min(start.horizonDays, span), LEAST_HORIZON_DAYS) };
  const known = knownBy(cases, day, prior.horizonDays);
  if (known.length === 0) return start;
  const { when, comesBack } = fitBoth(known, prior);
  // Looks at one case follow each other: to remember the latest is enough, and to remember all would be a lot.
  let latest: { readonly one: RefillCase; readonly days: Float64Array } | null = null;
  const daysOf = (one: RefillCase) => {
    if (latest?.one !== one)
      latest = { one, days: withinHorizon(dayDistribution(one, when), prior.horizonDays) };
    return latest.days;
  };
  const chances = fitChances(cases, day, { daysOf, comesBack, prior: prior.chances });
  return { horizonDays: prior.horizonDays, when, comesBack, chances, window: fitWindow(cases, day, prior) };
}

function fitBoth(
  known: readonly KnownCase[],
  prior: RefillModel,
): { readonly when: WhenModel; readonly comesBack: ReturnModel } {
  const closed = closedOf(known);
  let when = fitWhen(closed, prior.when);
  let comesBack = fitReturn(known, remembered(when, prior.horizonDays), prior.comesBack);
  for (let round = 0; round < ROUNDS; round += 1) {
    const daysOf = remembered(when, prior.horizonDays);
    when = fitWhen([...closed, ...stillComing(known, daysOf, comesBack, prior.horizonDays)], prior.when);
    comesBack = fitReturn(known, remembered(when, prior.horizonDays), comesBack);
  }
  return { when, comesBack };
}

function closedOf(known: readonly KnownCase[]): ClosedCase[] {
  return known.flatMap(({ one, nextIn, weight }) => (nextIn === null ? [] : [{ one, nextIn, weight }]));
}

/** Purchases still awaited, each with its chance of coming and a day drawn evenly from what is left of its distribution. */
function stillComing(
  known: readonly KnownCase[],
  daysOf: (one: RefillCase) => Float64Array,
  comesBack: ReturnModel,
  horizonDays: number,
): ClosedCase[] {
  const coming: ClosedCase[] = [];
  let drawn = 0;
  for (const { one, nextIn, followDays, weight } of known) {
    if (nextIn !== null || followDays >= horizonDays) continue;
    const days = daysOf(one);
    const by = shareBy(days, followDays);
    const returns = chanceOfReturn(one, comesBack);
    const share = (returns * (1 - by)) / (1 - returns * by + 1e-9);
    drawn = (drawn + GOLDEN) % 1;
    const day = Math.floor(quantile(days, by + (1 - by) * drawn) + 0.5);
    const inRange = Math.max(followDays + 1, Math.min(horizonDays, day));
    if (share > 0.02) coming.push({ one, nextIn: inRange, weight: weight * share });
  }
  return coming;
}

/** Where a model that knew nothing of the last weeks would have had to set its window to hold half of what came in them. */
function fitWindow(cases: readonly FoldedCase[], day: number, prior: RefillModel): readonly [number, number] {
  const span = day - (cases[0]?.one.onDay ?? day);
  const lately = Math.min(56, Math.floor(span / 4));
  const known = knownBy(cases, day - lately, prior.horizonDays);
  const [low, high] = prior.window;
  if (known.length === 0 || lately < 7) return prior.window;
  const { when } = fitBoth(known, prior);
  const came = thinned(
    cases.filter(({ one, nextIn }) => {
      const on = nextIn === null ? Infinity : one.onDay + nextIn;
      return (
        one.gaps.length > 0 &&
        nextIn !== null &&
        nextIn <= prior.horizonDays &&
        on > day - lately &&
        on <= day
      );
    }),
    MOST_CASES / 2,
  );
  const shares = came
    .map(({ one, nextIn }) => {
      const days = withinHorizon(dayDistribution(one, when), prior.horizonDays);
      return shareBy(days, nextIn!) - days[nextIn! - 1]! / 2;
    })
    .sort((a, b) => a - b);
  const n = shares.length;
  const at = (share: number, otherwise: number) =>
    ((shares[Math.floor(share * n)] ?? 0) * n + otherwise * WINDOW_PRIOR_CASES) / (n + WINDOW_PRIOR_CASES);
  return [at(0.25, low), at(0.75, high)];
}

/** What could be known of the cases on a day; later purchases are hidden. */
function knownBy(cases: readonly FoldedCase[], day: number, horizonDays: number): KnownCase[] {
  const before = cases.filter(({ one }) => one.onDay < day);
  const groups = [0, 1, 2].map((gaps) => before.filter(({ one }) => Math.min(2, one.gaps.length) === gaps));
  const kept = groups.flatMap((group, gaps) => thinned(group, gaps === 2 ? MOST_CASES : MOST_CASES / 4));
  const casesOf = new Map<number, number>();
  for (const { shopper } of kept) casesOf.set(shopper, (casesOf.get(shopper) ?? 0) + 1);
  const most = Math.max(LEAST_SHOPPER_CASES, MOST_SHOPPER_SHARE * kept.length);
  return kept.map(({ shopper, one, nextIn }) => {
    const followDays = day - one.onDay;
    const isSeen = nextIn !== null && nextIn <= Math.min(followDays, horizonDays);
    const weight = Math.min(1, most / casesOf.get(shopper)!);
    return { one, nextIn: isSeen ? nextIn : null, followDays, weight };
  });
}

/** At most `most` of them, evenly spread over the days. */
function thinned<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)]!);
}

function remembered(when: WhenModel, horizonDays: number): (one: RefillCase) => Float64Array {
  const seen = new Map<RefillCase, Float64Array>();
  return (one) => {
    const found = seen.get(one);
    if (found) return found;
    const days = withinHorizon(dayDistribution(one, when), horizonDays);
    seen.set(one, days);
    return days;
  };
}
