import type { DailySum, SegmentName, Side, SumMetric } from './daily-sum';
import type { Outcome } from './outcome';
import { limitedSpend } from '../statistics/money';

const WEEK_MS = 7 * 86_400_000;
/** Later weeks are counted with this one. */
const LAST_WEEK = 12;
const BINS = 100;

/**
 * What one person adds to the daily sums. The sums are these added up and nothing else, so that they can follow each change
 * of a row (new minus old) and can be worked out anew.
 * @param limit of the row's layer, in minor units; null when spends are not limited: then only the unlimited are summed
 */
export function contributionsOf(outcome: Outcome, limit: number | null): readonly DailySum[] {
  const { tactic, layerId, firstOn, closesOn } = outcome;
  const rows: DailySum[] = [];
  const push = (
    segment: SegmentName,
    arm: Side,
    metric: SumMetric,
    dayOn: number,
    persons: number,
    value: Sums = NO_VALUE,
  ) => {
    const { sum, sumSquares, sumProducts } = value;
    rows.push({ tactic, layerId, segment, arm, metric, dayOn, persons, sum, sumSquares, sumProducts });
  };
  const add = (metric: SumMetric, dayOn: number | null, value?: Sums) => {
    if (dayOn !== null) push('all', outcome.arm, metric, dayOn, 1, value);
  };
  const addTo = (segment: SegmentName, metric: SumMetric, dayOn: number) =>
    push(segment, outcome.arm, metric, dayOn, 1);
  const leave = (metric: SumMetric, persons: number) => {
    if (persons > 0) push('all', 'treated', metric, firstOn, persons);
  };

  add('drawn', outcome.drawnOn);
  leave('left-late-identity', outcome.lateIdentity);
  leave('left-order-awaited', outcome.orderAwaited);
  if (!outcome.counts) return rows;

  leave('left-other-currency', outcome.otherCurrency);
  add('exposed', firstOn);
  add('exposures', firstOn, { ...NO_VALUE, sum: outcome.exposures });
  if (outcome.crossed) add('crossed', firstOn);
  add('converted', outcome.convertedOn);
  add('closed', closesOn);
  for (const segment of outcome.segments) {
    addTo(segment, 'exposed', firstOn);
    addTo(segment, 'closed', closesOn);
    if (outcome.convertedAt) addTo(segment, 'closed-converted', closesOn);
  }
  if (outcome.convertedAt) {
    const week = Math.floor((outcome.convertedAt.getTime() - outcome.firstAt.getTime()) / WEEK_MS);
    add('closed-converted', closesOn);
    add(`closed-converted-week:${Math.min(week, LAST_WEEK)}`, closesOn);
  }
  addMoney(outcome, limit, (metric, value) => add(metric, closesOn, value));
  if (outcome.returnedOn !== null) add('returned', closesOn);
  if (outcome.attributedOrders > 0) {
    add('attributed', closesOn, { ...NO_VALUE, sum: outcome.attributedOrders });
  }
  add('dismissed', outcome.dismissedOn);
  add('unsubscribed', outcome.unsubscribedOn);
  add('complained', outcome.complainedOn);
  add('snoozed', outcome.snoozedOn);
  add('mailed', outcome.mailedOn);
  return rows;
}

type Sums = Pick<DailySum, 'sum' | 'sumSquares' | 'sumProducts'>;

const NO_VALUE: Sums = { sum: 0, sumSquares: 0, sumProducts: 0 };

function addMoney(
  { netMinor, beforeMinor }: Outcome,
  limit: number | null,
  add: (metric: SumMetric, value?: Sums) => void,
): void {
  if (netMinor > 0) add('revenue-unlimited', { sum: netMinor, sumSquares: netMinor ** 2, sumProducts: 0 });
  if (limit === null) return;
  const spend = limitedSpend(netMinor, limit);
  const before = limitedSpend(beforeMinor, limit);
  if (spend > 0) {
    add('revenue', { sum: spend, sumSquares: spend ** 2, sumProducts: 0 });
    add(`revenue-bin:${Math.ceil((BINS * spend) / limit)}`);
  }
  if (before > 0) add('before', { sum: before, sumSquares: before ** 2, sumProducts: before * spend });
}
