const DAY_MS = 86_400_000;

/** A shelf with refills is decided for a person at most this often within SHELF_CAP_DAYS, in every arm. */
export const SHELF_VIEWS_MAX = 3;

/** Rolling days, over all browsers and accounts known to be the person's. */
export const SHELF_CAP_DAYS = 7;

/** Mails of any kind that a person gets at most within any seven days. */
export const WEEKLY_MAIL_MAX = 2;

export interface Cap {
  readonly max: number;
  readonly windowMs: number;
}

export const SHELF_CAP: Cap = { max: SHELF_VIEWS_MAX, windowMs: SHELF_CAP_DAYS * DAY_MS };

export const WEEKLY_MAIL_CAP: Cap = { max: WEEKLY_MAIL_MAX, windowMs: 7 * DAY_MS };

/** Whether one more at `at` would be too many; what happened exactly one window ago no longer counts. */
export function isCapped(earlier: readonly Date[], cap: Cap, at: Date): boolean {
  const since = at.getTime() - cap.windowMs;
  return earlier.filter((earlierAt) => earlierAt.getTime() > since).length >= cap.max;
}
