import { dayToIso } from '../../shops/local-day';
import { buildByAge, buildFading } from './build-ages';
import { buildDays, daySums, daysShown } from './build-days';
import { buildHarms, buildSecondary } from './build-harms';
import { buildHealth } from './build-health';
import { buildMoney } from './build-money';
import { buildReview, lastClosedOn, lockedReview } from './build-review';
import { buildSegments } from './build-segments';
import { buildShares, buildTime, dayOfEnough, recentOf, type Ahead } from './build-time';
import { buildLift, buildVerdict, NEVER_ON, spanOf } from './build-verdict';
import { treatedShareOf, type ComparisonInput, type DrawVersion } from './comparison-input';
import type { Side } from '../counting/daily-sum';
import type { OutcomeOf } from '../counting/outcomes';
import type { ArmView, ComparisonView, LeftOutView, VersionView } from './results-view';
import type { LiftInterval } from '../statistics/conversion-labels';
import { lookDaily } from '../statistics/daily-looks';
import { incrementalMoney } from '../statistics/money';
import { decideVerdict } from '../statistics/verdict';
import { tallyOf, type Tally } from './tally';

/** The share that a control gets at its first start: what time-to-know is told with before it. */
const FIRST_SHARE = 0.1;

/** One comparison as the page of a day shows it, from the sums of one version alone. */
export function buildComparison(input: ComparisonInput): ComparisonView {
  return input.version ? buildStarted(input, input.version) : buildNeverOn(input);
}

/** What a day's page shows of a tactic that nobody had switched on, where nothing else is known of the day. */
export function neverOn(of: OutcomeOf, onDay: number): ComparisonView {
  return buildNeverOn({
    ...{ of, onDay, todayOn: onDay, version: null, versions: [], sums: [], olderExposed: 0, reviews: null },
    ...{
      tolerance: 1,
      windowDays: 28,
      traffic: { shoppersPerDay: 0, baseRate: null },
      hearsComplaints: false,
    },
  });
}

function buildNeverOn(input: ComparisonInput): ComparisonView {
  const { of, windowDays, traffic } = input;
  const nobody = { closed: 0, converted: 0 };
  const ahead = { controlShare: FIRST_SHARE, windowDays, traffic, recent: null, exposed: 0, control: nobody };
  const nothing = tallyOf([], input.onDay);
  return {
    of,
    version: null,
    versions: [],
    health: { state: 'fine', findings: [] },
    verdict: NEVER_ON,
    treated: armOf('treated', nothing),
    control: armOf('control', nothing),
    lift: null,
    money: null,
    harms: [],
    secondary: [],
    days: [],
    byAge: [],
    fading: [],
    segments: [],
    attributed: { orders: 0, extra: null },
    time: buildTime(ahead),
    shares: buildShares(ahead),
    review: null,
    leftOut: leftOutOf(input, nothing),
  };
}

function buildStarted(input: ComparisonInput, version: DrawVersion): ComparisonView {
  const { of, onDay, windowDays } = input;
  const tally = tallyOf(input.sums, onDay);
  const { newest = null, locked = null } = input.reviews ?? {};
  const treatedShare = treatedShareOf(version);
  const dayList = daysShown(version, tally, onDay);
  const sums = daySums(dayList, tally);
  const looks = lookDaily(sums, treatedShare);
  const health = buildHealth(version, tally, sums, looks);
  const exposed = tally.labels('exposed');
  const closed = tally.labels('closed-converted');
  const shoppers = exposed.treated + exposed.control;

  const verdict = decideVerdict({
    treatedShare,
    health: health.findings,
    shoppers,
    open: looks.open,
    openP: looks.openP,
    closed,
    review: lockedReview(locked),
  });
  const lift = buildLift(verdict, health.attenuation);
  const isComparable = lift !== null;
  const smaller: Side = looks.open.treated < looks.open.control ? 'treated' : 'control';
  const recent = recentOf(sums, smaller);
  const enoughOn = dayOfEnough({
    byDay: dayList.map((on, index) => ({ on, conversions: sums[index]?.converted[smaller] ?? 0 })),
    recent,
    windowDays,
    todayOn: onDay,
  });
  const control = armOf('control', tally);
  const ahead: Ahead = {
    controlShare: version.shareBp / 10_000,
    windowDays,
    traffic: input.traffic,
    recent: version.endedOn === null ? recent : null,
    exposed: shoppers,
    control: { closed: control.closed, converted: control.closedConversions },
  };
  return {
    of,
    version: versionOf(version),
    versions: input.versions.map(versionOf),
    health: health.view,
    verdict: buildVerdict(verdict, { of, has: Math.min(closed.treated, closed.control), enoughOn }),
    treated: armOf('treated', tally),
    control,
    lift,
    money: buildMoney(version, tally, {
      isComparable,
      reviewed: locked?.closed ? tallyOf(input.sums, lastClosedOn(locked)) : null,
    }),
    harms: buildHarms(of, version, tally, input.tolerance, input.hearsComplaints),
    secondary: buildSecondary(of, tally, isComparable),
    days: buildDays(dayList, tally),
    byAge: buildByAge(tally, windowDays),
    fading: buildFading(version, tally, isComparable),
    segments: buildSegments(version, tally, isComparable),
    attributed: attributedOf(tally, 'interval' in verdict ? verdict.interval : null),
    time: buildTime(ahead),
    shares: buildShares(ahead),
    review: newest && buildReview(newest, { verdict: verdict.state, treatedShare, onDay }),
    leftOut: leftOutOf(input, tally),
  };
}

function armOf(arm: Side, tally: Tally): ArmView {
  const closed = tally.total(arm, 'closed').persons;
  const closedConversions = tally.total(arm, 'closed-converted').persons;
  return {
    arm,
    shoppers: tally.total(arm, 'exposed').persons,
    exposures: tally.total(arm, 'exposures').sum,
    conversions: tally.total(arm, 'converted').persons,
    closed,
    closedConversions,
    rate: closed === 0 ? null : closedConversions / closed,
  };
}

function versionOf({ layerId, version, shareBp, startedOn, endedOn }: DrawVersion): VersionView {
  const ended = endedOn === null ? null : dayToIso(endedOn);
  return { layerId, version, shareBp, startedOn: dayToIso(startedOn), endedOn: ended };
}

/** Orders that followed a tap or a mail, and the treated's conversions that would not have been there otherwise. */
function attributedOf(tally: Tally, interval: LiftInterval | null): ComparisonView['attributed'] {
  const orders = tally.total('treated', 'attributed').sum;
  const converted = tally.total('treated', 'closed-converted').persons;
  return { orders, extra: interval && spanOf(incrementalMoney(converted, null, interval)) };
}

function leftOutOf(input: ComparisonInput, tally: Tally): LeftOutView {
  const persons = (metric: Parameters<Tally['total']>[1]): number => tally.total('treated', metric).persons;
  return {
    lateIdentity: persons('left-late-identity'),
    orderAwaited: persons('left-order-awaited'),
    olderVersion: input.olderExposed,
    otherCurrency: persons('left-other-currency'),
    afterToday: input.sums
      .filter((row) => row.segment === 'all' && row.metric === 'exposed' && row.dayOn > input.todayOn)
      .reduce((sum, row) => sum + row.persons, 0),
  };
}
