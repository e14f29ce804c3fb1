import type { SegmentName } from './daily-sum';
import { RECENT_DAYS } from './outcomes';
import type { LoggedExposure, LoggedOrder } from './person-history';

const RECENT_MS = RECENT_DAYS * 86_400_000;

/**
 * The segments a person is in by what was known at the first exposure.
 * - `history:new` has bought once so far (the order on whose thank-you page it happened included) or never,
 *   `history:returning` more often.
 * - `recent:yes` bought within 90 days before, that order not included.
 * - `known-as:account` or `known-as:guest`, `device:mobile` or `device:desktop`, `category:` the kind of consumable.
 * @param before the person's orders up to then
 */
export function segmentsAt(first: LoggedExposure, before: readonly LoggedOrder[]): readonly SegmentName[] {
  const isRecent = before.some(
    (order) =>
      order.checkoutToken !== first.businessKey && order.placedAt.getTime() >= first.at.getTime() - RECENT_MS,
  );
  const names: SegmentName[] = [
    `history:${before.length > 1 ? 'returning' : 'new'}`,
    `recent:${isRecent ? 'yes' : 'no'}`,
    `known-as:${first.keyKind === 'account' ? 'account' : 'guest'}`,
  ];
  if (first.device !== '') names.push(`device:${first.device}`);
  if (first.category !== null) names.push(`category:${first.category}`);
  return names;
}
