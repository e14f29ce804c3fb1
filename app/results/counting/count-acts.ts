import { localDay } from '../../shops/local-day';
import { isBefore } from './count-orders';
import type { Outcome } from './outcome';
import type { OutcomeOf, Window } from './outcomes';
import { isOf, type LoggedAct, type LoggedExposure, type PersonHistory } from './person-history';

export const NO_ACTS = {
  returnedOn: null,
  dismissedOn: null,
  unsubscribedOn: null,
  complainedOn: null,
  snoozedOn: null,
  mailedOn: null,
} as const;

/** What a person did since the first exposure. Acts oldest first. */
export function actsSince(
  of: OutcomeOf,
  first: LoggedExposure,
  window: Window,
  counted: readonly LoggedExposure[],
  { acts, orders }: PersonHistory,
  timeZone: string,
): Pick<Outcome, keyof typeof NO_ACTS> {
  const firstOn = localDay(first.at, timeZone);
  const dayOf = (kind: LoggedAct['kind']): number | null => {
    const act = acts.find((logged) => logged.kind === kind && isOf(logged, of) && logged.at >= first.at);
    return act ? localDay(act.at, timeZone) : null;
  };
  const visits = [
    ...counted.map((exposure) => exposure.at),
    ...orders.flatMap((order) => (isBefore(order, first) ? [] : order.placedAt)),
  ];
  const returns = visits
    .filter((at) => at <= window.until)
    .map((at) => localDay(at, timeZone))
    .filter((day) => day > firstOn);
  return {
    returnedOn: returns.length > 0 ? Math.min(...returns) : null,
    dismissedOn: dayOf('dismissed'),
    unsubscribedOn: dayOf('unsubscribed'),
    complainedOn: dayOf('complained'),
    snoozedOn: dayOf('snoozed'),
    mailedOn: dayOf('mailed'),
  };
}
