/** Days for which a failed job is kept, so that somebody can look into it. */
export const FAILED_DAYS = 30;
