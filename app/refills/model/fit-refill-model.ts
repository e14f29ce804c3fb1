import { evenly } from './evenly';
import { fitChances } from './fit-chances';
import { fitWindow } from './fit-window';
import type { FoldedCase } from './folded-case';
import type { RefillCase } from './refill-case';
import { daysWithinHorizon, horizonOf, quantile, type RefillModel } from './refill-model';
import { chanceOfReturn, fitReturn, shareBy, type ReturnCase, type ReturnModel } from './return-model';
import { fitWhen, type ClosedCase, type WhenModel } from './when-model';

/** Cases a fit looks at: those with own gaps, and a quarter as many without or with one. */
const MOST_CASES = 6000;
/** The window is set by what came in so many of the last days, a quarter of the history at most. */
const MOST_LATE_DAYS = 56;
const LEAST_LATE_DAYS = 7;
/** One shopper, a reseller say, counts for no more than this share of the cases, where there are more than a few. */
const MOST_SHOPPER_SHARE = 0.05;
const LEAST_SHOPPER_CASES = 50;
/** A rhythm is known once it fits into the history this often; longer ones are foretold to regular shoppers only. */
const SPANS_OF_HORIZON = 4;
const LEAST_HORIZON_DAYS = 90;
/**
 * Whether a shopper with a rhythm comes back is judged after as long as chances are stated for: in a short history those who
 * have not come yet look like those who never will.
 */
const LEAST_FOLLOW_DAYS = 28;
/** Rounds of filling in the purchases still awaited: the shorter the history, the more of them are. */
const MOST_ROUNDS = 8;
/** No further round once it would await less than this share of the cases more. */
const SETTLED_SHARE = 0.005;
const GOLDEN = 0.6180339887498949;

type KnownCase = ReturnCase & { readonly weight: number };

/**
 * Learns one shop's model from its own history, shrunk to a prior: no order is too few. What lies after `day` is not
 * looked at; a purchase still awaited then counts by its chance of coming (see return-model), not as a long gap.
 * @param cases in the order of days
 */
export function fitRefillModel(cases: readonly FoldedCase[], day: number, start: RefillModel): RefillModel {
  const span = day - (cases[0]?.refillCase.onDay ?? day);
  const horizonDays = Math.max(LEAST_HORIZON_DAYS, Math.round(span / SPANS_OF_HORIZON));
  const prior = { ...start, horizonDays: Math.min(start.horizonDays, horizonDays) };
  const known = knownBy(cases, day, prior.horizonDays);
  if (known.length === 0) return start;
  const { when, comesBack } = fitBoth(known, prior);
  // Looks at one case follow each other: to remember the latest is enough, and to remember all would be a lot.
  let latest: { readonly refillCase: RefillCase; readonly days: Float64Array } | null = null;
  const daysOf = (refillCase: RefillCase) => {
    if (latest?.refillCase !== refillCase)
      latest = { refillCase, days: daysWithinHorizon(refillCase, { when, horizonDays: prior.horizonDays }) };
    return latest.days;
  };
  const chances = fitChances(cases, day, { daysOf, comesBack, prior: prior.chances });
  const window = windowOfLate(cases, day, prior);
  return { horizonDays: prior.horizonDays, when, comesBack, chances, window };
}

function fitBoth(
  known: readonly KnownCase[],
  prior: RefillModel,
): { readonly when: WhenModel; readonly comesBack: ReturnModel } {
  const closed = closedOf(known);
  const judged = known.filter(
    ({ refillCase, followDays }) => refillCase.gaps.length < 2 || followDays >= LEAST_FOLLOW_DAYS,
  );
  let when = fitWhen(closed, prior.when);
  let daysOf = remembered(when, prior.horizonDays);
  let comesBack = fitReturn(judged, daysOf, prior.comesBack);
  let awaited = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const coming = stillComing(known, daysOf, comesBack, prior.horizonDays);
    const before = awaited;
    awaited = coming.reduce((sum, { weight }) => sum + weight, 0);
    when = fitWhen([...closed, ...coming], prior.when);
    daysOf = remembered(when, prior.horizonDays);
    comesBack = fitReturn(judged, daysOf, comesBack);
    if (awaited - before < SETTLED_SHARE * known.length) break;
  }
  return { when, comesBack };
}

function closedOf(known: readonly KnownCase[]): ClosedCase[] {
  return known.flatMap(({ refillCase, nextIn, weight }) =>
    nextIn === null ? [] : [{ refillCase, nextIn, weight }],
  );
}

/** Purchases still awaited, each with its chance of coming and a day drawn evenly from what is left of its distribution. */
function stillComing(
  known: readonly KnownCase[],
  daysOf: (refillCase: RefillCase) => Float64Array,
  comesBack: ReturnModel,
  horizonDays: number,
): ClosedCase[] {
  const coming: ClosedCase[] = [];
  let drawn = 0;
  for (const { refillCase, nextIn, followDays, weight } of known) {
    const horizon = horizonOf(refillCase, horizonDays);
    if (nextIn !== null || followDays >= horizon) continue;
    const days = daysOf(refillCase);
    const by = shareBy(days, followDays);
    const returns = chanceOfReturn(refillCase, comesBack);
    const share = (returns * (1 - by)) / (1 - returns * by + 1e-9);
    drawn = (drawn + GOLDEN) % 1;
    const day = Math.floor(quantile(days, by + (1 - by) * drawn) + 0.5);
    const inRange = Math.max(followDays + 1, Math.min(horizon, day));
    if (share > 0.02) coming.push({ refillCase, nextIn: inRange, weight: weight * share });
  }
  return coming;
}

/** Where a model that knew nothing of the last weeks would have had to set its window to hold half of what came in them. */
function windowOfLate(cases: readonly FoldedCase[], day: number, prior: RefillModel): RefillModel['window'] {
  const span = day - (cases[0]?.refillCase.onDay ?? day);
  const lately = Math.min(MOST_LATE_DAYS, Math.floor(span / 4));
  const known = knownBy(cases, day - lately, prior.horizonDays);
  if (known.length === 0 || lately < LEAST_LATE_DAYS) return prior.window;
  const { when } = fitBoth(known, prior);
  const came = cases.flatMap(({ refillCase, nextIn }) => {
    if (nextIn === null || refillCase.gaps.length === 0 || nextIn > horizonOf(refillCase, prior.horizonDays))
      return [];
    const on = refillCase.onDay + nextIn;
    return on > day - lately && on <= day ? [{ refillCase, nextIn }] : [];
  });
  return fitWindow(evenly(came, MOST_CASES / 2), { when, horizonDays: prior.horizonDays }, prior.window);
}

/** What could be known of the cases on a day; later purchases are hidden. */
function knownBy(cases: readonly FoldedCase[], day: number, horizonDays: number): KnownCase[] {
  const before = cases.filter(({ refillCase }) => refillCase.onDay < day);
  const groups = [0, 1, 2].map((gaps) =>
    before.filter(({ refillCase }) => Math.min(2, refillCase.gaps.length) === gaps),
  );
  const kept = groups.flatMap((group, gaps) => evenly(group, gaps === 2 ? MOST_CASES : MOST_CASES / 4));
  const casesOf = new Map<number, number>();
  for (const { shopper } of kept) casesOf.set(shopper, (casesOf.get(shopper) ?? 0) + 1);
  const most = Math.max(LEAST_SHOPPER_CASES, MOST_SHOPPER_SHARE * kept.length);
  return kept.map(({ shopper, refillCase, nextIn }) => {
    const followDays = day - refillCase.onDay;
    const isSeen = nextIn !== null && nextIn <= Math.min(followDays, horizonOf(refillCase, horizonDays));
    const weight = Math.min(1, most / casesOf.get(shopper)!);
    return { refillCase, nextIn: isSeen ? nextIn : null, followDays, weight };
  });
}

function remembered(when: WhenModel, horizonDays: number): (refillCase: RefillCase) => Float64Array {
  const seen = new Map<RefillCase, Float64Array>();
  return (refillCase) => {
    const found = seen.get(refillCase);
    if (found) return found;
    const days = daysWithinHorizon(refillCase, { when, horizonDays });
    seen.set(refillCase, days);
    return days;
  };
}
