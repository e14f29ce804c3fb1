import type { DailySum, SegmentName, Side, SumMetric } from './daily-sum';
import type { Outcome } from './outcome';
import { cappedSpend } from './statistics/money';

const WEEK_MS = 7 * 86_400_000;
/** Later weeks are counted with this one. */
const LAST_WEEK = 12;
const BINS = 100;

/**
 * What one person adds to the daily sums. The sums are these added up and nothing else, so that they can follow each change
 * of a row (new minus old) and can be worked out anew.
 * @param cap of the row's layer, in minor units; null when spends are not capped: then only the uncapped are summed
 */
export function contributionsOf(outcome: Outcome, cap: number | null): readonly DailySum[] {
  const { tactic, layerId, firstOn, closesOn } = outcome;
  const rows: DailySum[] = [];
  const add = (
    metric: SumMetric,
    dayOn: number | null,
    value: Partial<Sums> = {},
    place: Partial<Place> = {},
  ) => {
    if (dayOn === null) return;
    const { segment = 'all', arm = outcome.arm } = place;
    rows.push({ tactic, layerId, segment, arm, metric, dayOn, ...ONE_PERSON, ...value });
  };
  const leave = (metric: SumMetric, persons: number) => {
    if (persons > 0) add(metric, firstOn, { persons }, { arm: 'treated' });
  };

  add('drawn', outcome.drawnOn);
  leave('left-late-identity', outcome.lateIdentity);
  leave('left-order-awaited', outcome.orderAwaited);
  if (!outcome.counts) return rows;

  leave('left-other-currency', outcome.otherCurrency);
  add('exposed', firstOn);
  add('exposures', firstOn, { sum: outcome.exposures });
  if (outcome.crossed) add('crossed', firstOn);
  add('converted', outcome.convertedOn);
  add('closed', closesOn);
  for (const segment of outcome.segments) {
    add('exposed', firstOn, {}, { segment });
    add('closed', closesOn, {}, { segment });
    if (outcome.convertedAt) add('closed-converted', closesOn, {}, { segment });
  }
  if (outcome.convertedAt) {
    const week = Math.floor((outcome.convertedAt.getTime() - outcome.firstAt.getTime()) / WEEK_MS);
    add('closed-converted', closesOn);
    add(`closed-converted-week:${Math.min(week, LAST_WEEK)}`, closesOn);
  }
  addMoney(outcome, cap, (metric, value) => add(metric, closesOn, value));
  if (outcome.returnedOn !== null) add('returned', closesOn);
  if (outcome.attributedOrders > 0) add('attributed', closesOn, { sum: outcome.attributedOrders });
  add('dismissed', outcome.dismissedOn);
  add('unsubscribed', outcome.unsubscribedOn);
  add('complained', outcome.complainedOn);
  add('snoozed', outcome.snoozedOn);
  add('mailed', outcome.mailedOn);
  return rows;
}

type Sums = Pick<DailySum, 'persons' | 'sum' | 'sumSquares' | 'sumProducts'>;

interface Place {
  readonly segment: SegmentName;
  readonly arm: Side;
}

const ONE_PERSON: Sums = { persons: 1, sum: 0, sumSquares: 0, sumProducts: 0 };

function addMoney(
  { netMinor, beforeMinor }: Outcome,
  cap: number | null,
  add: (metric: SumMetric, value: Partial<Sums>) => void,
): void {
  if (netMinor > 0) add('revenue-uncapped', { sum: netMinor, sumSquares: netMinor ** 2 });
  if (cap === null) return;
  const spend = cappedSpend(netMinor, cap);
  const before = cappedSpend(beforeMinor, cap);
  if (spend > 0) {
    add('revenue', { sum: spend, sumSquares: spend ** 2 });
    add(`revenue-bin:${Math.ceil((BINS * spend) / cap)}`, {});
  }
  if (before > 0) add('before', { sum: before, sumSquares: before ** 2, sumProducts: before * spend });
}
