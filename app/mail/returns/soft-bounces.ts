/** So many mails of an address that came back for now, with none between that arrived, and it is written to no more. */
export const SOFT_MAX = 3;
export const SOFT_WINDOW_MS = 30 * 86_400_000;
/** What has not come back after so long has arrived, as far as can be known. */
export const ARRIVED_AFTER_MS = 3 * 86_400_000;

export interface SentToAddress {
  readonly id: string;
  readonly at: Date;
}

export interface SoftBounce {
  /** Null where the report names only the address. */
  readonly messageId: string | null;
  readonly at: Date;
}

/**
 * Whether an address is given up for soft bounces: three of the mails to it within thirty days came back, and after none of
 * the first two did one arrive. A mail that was sent three days ago and never came back has arrived and begins the count
 * anew. The same mail counts once, however often it is reported; reports that name no mail count once a day.
 * @param sent all mails to the address of the window
 * @param cameBack ids of those that came back in any way
 */
export function isGivenUp(
  bounces: readonly SoftBounce[],
  sent: readonly SentToAddress[],
  cameBack: ReadonlySet<string>,
  now: Date,
): boolean {
  const arrivedAt = Math.max(
    now.getTime() - SOFT_WINDOW_MS,
    ...sent
      .filter(({ id, at }) => !cameBack.has(id) && now.getTime() - at.getTime() >= ARRIVED_AFTER_MS)
      .map(({ at }) => at.getTime()),
  );
  const since = bounces.filter(({ at }) => at.getTime() > arrivedAt);
  const mails = new Set(
    since.map(({ messageId, at }) => messageId ?? `day ${Math.floor(at.getTime() / 86_400_000)}`),
  );
  return mails.size >= SOFT_MAX;
}
