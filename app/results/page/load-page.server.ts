import type { Ports } from '../../ports';
import { hearsComplaints } from '../../mail/returns/hearing';
import { medianCycleDays } from '../../refills/forecasts/cycle-store.server';
import { dayToIso, isoToDay, localDay } from '../../shops/local-day';
import type { Shop } from '../../shops/shop';
import { listReviews } from '../../tactics/review-store.server';
import { DRAFT_TOLERANCE } from '../../tactics/harm-limits';
import { TACTIC_NAMES, type TacticName } from '../../tactics/tactic';
import { tacticStates } from '../../tactics/tactic-store.server';
import { loadComparison } from './load-comparison.server';
import { GRACE_DAYS, WINDOW_MS, type OutcomeOf } from '../counting/outcomes';
import { findPage, nearestPageDay } from './result-page-store.server';
import { comparisonOf, type ComparisonView, type ResultsView } from './results-view';
import { followUpTraffic, reminderTraffic, shelfTraffic } from './traffic-store.server';

const WINDOW_DAYS = WINDOW_MS / 86_400_000;

export type ResultsPage =
  /** `live`: worked out now. `kept`: a past day, exactly as it was kept at its end. */
  | { readonly reason: 'live' | 'kept'; readonly today: string; readonly view: ResultsView }
  /** A past day without a kept page, and the nearest one that has one. */
  | {
      readonly reason: 'not-kept';
      readonly today: string;
      readonly on: string;
      readonly nearestOn: string | null;
    };

export interface PageAsked {
  /** `YYYY-MM-DD` on the shop's calendar; today and anything later is today. */
  readonly on?: string | null;
  /** Number of the version to show, where it is not the newest. */
  readonly versions?: Readonly<Partial<Record<OutcomeOf, number>>>;
}

/** With the configuration as far as it says what can be heard. */
type Known = Pick<Ports, 'db'> & { readonly config: Pick<Ports['config'], 'mailReturns'> };

type ShopFacts = Pick<Shop, 'id' | 'timeZone' | 'currency'>;

/**
 * The results page: each tactic against its own control and all of Larder against the standing holdout, from daily sums
 * alone. A past day comes as it was kept; an older version beside it is worked out from its sums up to that day.
 */
export async function loadResultsPage(
  ports: Known & Pick<Ports, 'clock'>,
  shop: ShopFacts,
  asked: PageAsked = {},
): Promise<ResultsPage> {
  const todayOn = localDay(ports.clock.now(), shop.timeZone);
  const today = dayToIso(todayOn);
  const onDay = Math.min(todayOn, (asked.on ? isoToDay(asked.on) : null) ?? todayOn);
  const versions = asked.versions ?? {};
  if (onDay === todayOn) {
    return { reason: 'live', today, view: await viewOfDay(ports, shop, { onDay, todayOn, versions }) };
  }
  const kept = await findPage(ports.db.read, shop.id, onDay);
  if (!kept) {
    const nearest = await nearestPageDay(ports.db.read, shop.id, onDay);
    const nearestOn = nearest === null ? null : dayToIso(nearest);
    return { reason: 'not-kept', today, on: dayToIso(onDay), nearestOn };
  }
  const asksOlder = (of: OutcomeOf): boolean =>
    versions[of] !== undefined && versions[of] !== comparisonOf(kept, of).version?.version;
  if (!['larder' as const, ...TACTIC_NAMES].some(asksOlder)) return { reason: 'kept', today, view: kept };
  const older = await viewOfDay(ports, shop, { onDay, todayOn, versions });
  const pick = (of: OutcomeOf): ComparisonView => comparisonOf(asksOlder(of) ? older : kept, of);
  return { reason: 'kept', today, view: { ...kept, larder: pick('larder'), tactics: eachTactic(pick) } };
}

/** The page of a day from the sums as they are now. */
export async function viewOfDay(
  ports: Known,
  shop: ShopFacts,
  about: {
    readonly onDay: number;
    readonly todayOn: number;
    readonly versions?: PageAsked['versions'];
  },
): Promise<ResultsView> {
  const { onDay } = about;
  const reader = ports.db.read;
  const [reviews, states, cycleDays, shelf] = await Promise.all([
    listReviews(reader, shop.id),
    tacticStates(reader, shop.id),
    medianCycleDays(reader, shop.id),
    shelfTraffic(reader, shop.id, onDay),
  ]);
  const reminderDays = cycleDays + GRACE_DAYS;
  const reminder = await reminderTraffic(reader, shop.id, onDay, reminderDays);
  const followUp = await followUpTraffic(reader, shop.id, onDay);
  const traffic = { larder: shelf, shelf, reminder, 'follow-up': followUp } as const;
  const views: Partial<Record<OutcomeOf, ComparisonView>> = {};
  for (const of of ['larder', ...TACTIC_NAMES] as const) {
    const note = states.find((tactic) => tactic.name === of)?.note;
    views[of] = await loadComparison(ports, shop, of, {
      onDay,
      todayOn: about.todayOn,
      version: about.versions?.[of] ?? null,
      reviews: reviews.filter((review) => review.tactic === of),
      tolerance: of === 'larder' ? 1 : (note?.tolerance ?? DRAFT_TOLERANCE[of]),
      windowDays: of === 'reminder' ? reminderDays : WINDOW_DAYS,
      traffic: traffic[of],
      hearsComplaints: hearsComplaints(ports.config.mailReturns),
    });
  }
  const view = (of: OutcomeOf): ComparisonView => {
    const found = views[of];
    if (!found) throw new Error(`No comparison of ${of}`);
    return found;
  };
  return {
    on: dayToIso(onDay),
    currency: shop.currency,
    larder: view('larder'),
    tactics: eachTactic(view),
  };
}

function eachTactic(pick: (of: TacticName) => ComparisonView): ResultsView['tactics'] {
  return Object.fromEntries(TACTIC_NAMES.map((name) => [name, pick(name)])) as Record<
    TacticName,
    ComparisonView
  >;
}
