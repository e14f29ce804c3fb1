/** What the results page shows: plain values that survive JSON, so that a past day's page can be kept as it was. */
import type { TacticName } from '../../tactics/tactic';
import type { SegmentKind, Side } from '../counting/daily-sum';
import type { OutcomeOf } from '../counting/outcomes';
import type { EarlySign } from '../statistics/verdict';
import type { HealthCheck } from '../statistics/health';

/** Both ends as shares (0.1 is +10 %); null where there is no end. */
export interface SpanView {
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface ResultsView {
  /** `YYYY-MM-DD` in the shop's time zone. */
  readonly on: string;
  readonly currency: string;
  readonly larder: ComparisonView;
  readonly tactics: Readonly<Record<TacticName, ComparisonView>>;
}

/** A tactic's own comparison, or that of all of Larder. */
export function comparisonOf(view: ResultsView, of: OutcomeOf): ComparisonView {
  return of === 'larder' ? view.larder : view.tactics[of];
}

export interface VersionView {
  readonly layerId: number;
  readonly version: number;
  /** Share of the smaller side by design, in ten-thousandths. */
  readonly shareBp: number;
  readonly startedOn: string;
  readonly endedOn: string | null;
}

export type VerdictState = 'never-on' | 'collecting' | 'unclear' | 'helps' | 'hurts' | 'broken';

export interface VerdictView {
  readonly state: VerdictState;
  /** One plain sentence, beginning with the state. */
  readonly sentence: string;
  /** Conversions of the smaller arm, and how many are needed, while collecting. */
  readonly has: number;
  readonly needs: number;
  /** `YYYY-MM-DD` by which there would be enough at the pace so far. */
  readonly enoughOn: string | null;
  readonly earlySign: EarlySign;
}

export interface HealthView {
  readonly state: 'fine' | 'note' | 'broken';
  readonly findings: readonly {
    readonly check: HealthCheck;
    readonly state: 'fine' | 'note' | 'broken';
    /** What was found, in words and figures. */
    readonly says: string;
  }[];
}

export interface ArmView {
  readonly arm: Side;
  readonly shoppers: number;
  readonly exposures: number;
  /** First conversions so far, some of them of persons whose time still runs. */
  readonly conversions: number;
  /** Persons whose window has closed, and how many of them converted. */
  readonly closed: number;
  readonly closedConversions: number;
  /** Of the closed; null without any. */
  readonly rate: number | null;
}

export interface LiftView extends SpanView {
  readonly lift: number;
  /** 0.99 for the always-on interval, 0.96 for the one of the review. */
  readonly confidence: number;
  readonly rests: 'every-look' | 'review';
  /** What crossing over leaves of the effect; 1 is all of it. Below 0.99 the page says "at least". */
  readonly attenuation: number;
}

/** Minor units. */
export interface MoneyView {
  readonly lower: number | null;
  readonly upper: number | null;
  /** Only when zero lies outside the range. */
  readonly single: number | null;
  /** Net spend of closed windows, limited and not, by arm. */
  readonly treated: { readonly shoppers: number; readonly limited: number; readonly unlimited: number };
  readonly control: { readonly shoppers: number; readonly limited: number; readonly unlimited: number };
  readonly limit: number | null;
  /** Always-valid interval of the lift of mean revenue per shopper; null while there is too little. */
  readonly revenueLift: SpanView | null;
  /** p-value of the studentised permutation test at the locked review; null before it. */
  readonly reviewP: number | null;
  /** Narrowed by each shopper's own spend before; null where the past says nothing. */
  readonly adjusted: (SpanView & { readonly lift: number }) | null;
}

export interface HarmView {
  readonly kind: 'dismissed' | 'unsubscribed' | 'complained';
  readonly hits: number;
  readonly persons: number;
  readonly rate: number | null;
  readonly lower: number;
  readonly upper: number;
  readonly tolerance: number;
  readonly state: 'within' | 'open' | 'beyond';
  /** Credibly more than a quarter above the control; null where the control cannot do it. */
  readonly isAboveControl: boolean | null;
  /** False where it could not have been heard: then that nobody did it says nothing. Pages kept before it was known have none. */
  readonly isHeard?: boolean;
}

/** Further things that were counted; none of them makes the verdict. */
export interface SecondaryView {
  readonly metric: 'returned' | 'snoozed';
  readonly treated: { readonly hits: number; readonly persons: number };
  readonly control: { readonly hits: number; readonly persons: number } | null;
  /** Always-valid p, adjusted by Holm over the secondary metrics; null when it cannot be compared. */
  readonly p: number | null;
}

export interface DayPoint {
  readonly on: string;
  readonly treated: { readonly exposed: number; readonly converted: number };
  readonly control: { readonly exposed: number; readonly converted: number };
}

/** Share of the closed persons that had converted by so many days after their first exposure. */
export interface AgePoint {
  readonly day: number;
  readonly treated: number | null;
  readonly control: number | null;
}

export interface SegmentView extends SpanView {
  readonly kind: SegmentKind;
  readonly name: string;
  readonly treated: { readonly closed: number; readonly converted: number };
  readonly control: { readonly closed: number; readonly converted: number };
  /** Null where it is too thin to compare. */
  readonly lift: number | null;
  readonly standsOut: boolean;
}

export type TimeView =
  | { readonly reason: 'no-traffic' }
  | { readonly reason: 'days'; readonly days: number; readonly lift: number }
  | {
      readonly reason: 'too-small';
      readonly lift: number;
      /** `detectableLift` is null where not even everybody would be enough. */
      readonly seenWithShare: readonly {
        readonly controlShare: number;
        readonly detectableLift: number | null;
      }[];
    };

/** A share of shoppers without it that may be chosen, and the least lift that would probably show with it in half a year. */
export interface ShareView {
  readonly shareBp: number;
  /** Null when none would, or when it is not known. */
  readonly detectableLift: number | null;
}

export interface ReviewView {
  readonly dueOn: string;
  readonly closedDueOn: string;
  readonly isLocked: boolean;
  readonly isOverdue: boolean;
  readonly openP: number | null;
  readonly decision: 'keep' | 'change' | 'retire' | null;
  readonly why: string | null;
  readonly decidedOn: string | null;
  /** Larder's own proposal, once the review is locked. */
  readonly proposal: 'keep' | 'change' | 'retire' | null;
}

export interface LeftOutView {
  readonly lateIdentity: number;
  readonly orderAwaited: number;
  readonly olderVersion: number;
  /** Orders in another currency than the shop's, or of unknown amount, which no sum of money holds. */
  readonly otherCurrency: number;
  /** First exposures dated after today: a clock that ran ahead. */
  readonly afterToday: number;
}

export interface ComparisonView {
  readonly of: OutcomeOf;
  /** The one that is shown; null while nothing was ever switched on. */
  readonly version: VersionView | null;
  readonly versions: readonly VersionView[];
  readonly health: HealthView;
  readonly verdict: VerdictView;
  readonly treated: ArmView;
  readonly control: ArmView;
  /** Null while collecting or broken. */
  readonly lift: LiftView | null;
  readonly money: MoneyView | null;
  readonly harms: readonly HarmView[];
  readonly secondary: readonly SecondaryView[];
  /** Every day from the start to `on`, without gaps. */
  readonly days: readonly DayPoint[];
  readonly byAge: readonly AgePoint[];
  readonly fading: readonly (SpanView & {
    readonly from: number;
    readonly to: number;
    readonly known: boolean;
  })[];
  readonly segments: readonly SegmentView[];
  /** Orders that followed a tap or a mail, and what the comparison says was extra (null while unknown). */
  readonly attributed: { readonly orders: number; readonly extra: SpanView | null };
  readonly time: TimeView;
  readonly shares: readonly ShareView[];
  readonly review: ReviewView | null;
  readonly leftOut: LeftOutView;
}
