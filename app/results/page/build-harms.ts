import { harmLimits, type HarmLimit } from '../../tactics/harm-limits';
import { treatedShareOf, type DrawVersion } from './comparison-input';
import type { OutcomeOf } from '../counting/outcomes';
import type { HarmView, SecondaryView } from './results-view';
import { sequenceScale } from '../statistics/asymptotic-sequence';
import { evidenceP } from '../statistics/conversion-labels';
import { FREQUENT_RATE_NEEDS, lnRateEvidence } from '../statistics/frequent-rate';
import { HARM_ALPHA, judgeHarm } from '../statistics/harm';
import { lnHarmEvidence } from '../statistics/label-harm';
import { holm } from '../statistics/several-tests';
import type { Tally } from './tally';

/** Against a control that can do it as well, a quarter more is still tolerated. */
const TOLERATED_RATIO = 1.25;
/** Persons at which the test of return visits is sharpest; fixed for every shop. */
const RETURNS_TIGHTEST_AT = 10_000;

/** Each tactic's own harms against what its note tolerates; all of Larder has none of its own. */
export function buildHarms(
  of: OutcomeOf,
  version: DrawVersion,
  tally: Tally,
  tolerance: number,
  hearsComplaints: boolean,
): readonly HarmView[] {
  if (of === 'larder') return [];
  return harmLimits(of, tolerance).map((limit) => {
    const harm = harmOf(limit, version, tally);
    return { ...harm, isHeard: limit.kind !== 'complained' || hearsComplaints || harm.hits > 0 };
  });
}

function harmOf(limit: HarmLimit, version: DrawVersion, tally: Tally): HarmView {
  const { kind, among, rate: tolerance, tightestAt } = limit;
  const hits = tally.total('treated', kind).persons;
  // Somebody may unsubscribe by a link of an older mail: never more hits than persons.
  const persons = Math.max(tally.total('treated', among).persons, hits);
  const { state, interval } = judgeHarm(hits, persons, { rate: tolerance, tightestAt });
  const controlCould = tally.total('control', among).persons > 0 && among === 'mailed';
  const evidence = lnHarmEvidence(tally.labels(kind), treatedShareOf(version), TOLERATED_RATIO);
  return {
    kind,
    hits,
    persons,
    rate: persons === 0 ? null : hits / persons,
    lower: interval.lower,
    upper: interval.upper,
    tolerance,
    state,
    isAboveControl: controlCould ? evidence >= -Math.log(HARM_ALPHA) : null,
  };
}

/** What else was counted. Only what both arms can do is compared, at every look, with Holm over all that is. */
export function buildSecondary(of: OutcomeOf, tally: Tally, isComparable: boolean): readonly SecondaryView[] {
  const returned = {
    treated: hitsOf(tally, 'treated', 'returned', 'closed'),
    control: hitsOf(tally, 'control', 'returned', 'closed'),
  };
  const snoozed = { treated: hitsOf(tally, 'treated', 'snoozed', 'mailed'), control: null };
  const fewest = Math.min(returned.treated.hits, returned.control.hits);
  const p =
    isComparable && fewest >= FREQUENT_RATE_NEEDS
      ? evidenceP(
          lnRateEvidence(
            ratesOf(returned.treated),
            ratesOf(returned.control),
            sequenceScale(0.05, RETURNS_TIGHTEST_AT),
          ),
        )
      : null;
  const [adjusted = null] = p === null ? [] : holm([p]);
  const returns: SecondaryView = { metric: 'returned', ...returned, p: adjusted };
  // Only a reminder can be put off.
  return of === 'shelf' || of === 'follow-up'
    ? [returns]
    : [returns, { metric: 'snoozed', ...snoozed, p: null }];
}

function hitsOf(
  tally: Tally,
  arm: 'treated' | 'control',
  metric: 'returned' | 'snoozed',
  among: 'closed' | 'mailed',
) {
  const hits = tally.total(arm, metric).persons;
  return { hits, persons: Math.max(tally.total(arm, among).persons, hits) };
}

function ratesOf({ hits, persons }: { readonly hits: number; readonly persons: number }) {
  return { shoppers: persons, conversions: hits };
}
