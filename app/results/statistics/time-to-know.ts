import {
  ANY_LOOK_LIFT_FACTOR,
  ANY_LOOK_SAMPLE_FACTOR,
  detectableLift,
  shoppersNeeded,
  type Design,
} from './power';

/** A longer wait than half a year is no plan. */
export const LONGEST_DAYS = 183;
/** The lift one would like to be able to see. */
export const TARGET_LIFT = 0.1;
/** Control shares offered to a shop that is too small at its own. */
const LARGER_SHARES = [0.2, 0.3, 0.5];

export type TimeToKnow =
  | { readonly reason: 'days'; readonly days: number; readonly lift: number }
  | { readonly reason: 'no-traffic' }
  | {
      /** Not within half a year: what would be seen by then, at this share and at larger ones. */
      readonly reason: 'too-small';
      readonly lift: number;
      readonly seenWithShare: readonly { readonly controlShare: number; readonly detectableLift: number }[];
    };

/**
 * How long from now until an effect of the wanted size would probably (80 %) show, looked at daily, from the shop's own
 * traffic.
 * @param shoppersPerDay first exposures a day in all arms, mean of the last 28 days
 * @param windowDays days until a person's window closes
 * @param already persons who have been exposed so far
 */
export function timeToKnow(
  design: Design,
  shoppersPerDay: number,
  windowDays: number,
  { lift = TARGET_LIFT, already = 0 }: { readonly lift?: number; readonly already?: number } = {},
): TimeToKnow {
  if (!(shoppersPerDay > 0) || !(design.baseRate > 0 && design.baseRate < 1)) return { reason: 'no-traffic' };
  const shoppers = Math.max(0, shoppersNeeded(design, lift) * ANY_LOOK_SAMPLE_FACTOR - already);
  const days = Math.ceil(shoppers / shoppersPerDay + windowDays);
  if (days <= LONGEST_DAYS) return { reason: 'days', days, lift };
  const byThen = shoppersPerDay * Math.max(0, LONGEST_DAYS - windowDays);
  const shares = [design.controlShare, ...LARGER_SHARES.filter((share) => share > design.controlShare)];
  return {
    reason: 'too-small',
    lift,
    seenWithShare: shares.map((controlShare) => ({
      controlShare,
      // Another share starts anew: nobody who came before counts.
      detectableLift:
        detectableLift(
          { ...design, controlShare },
          byThen + (controlShare === design.controlShare ? already : 0),
        ) * ANY_LOOK_LIFT_FACTOR,
    })),
  };
}

/**
 * Days until the smaller arm has enough conversions to be compared, at its pace of the last 28 days; null without any pace.
 */
export function daysUntilEnough(has: number, needed: number, perDay: number): number | null {
  if (has >= needed) return 0;
  return perDay > 0 ? Math.ceil((needed - has) / perDay) : null;
}
