/** For so many days a follow-up that was skipped answers “why not?”. */
export const SKIPPED_DAYS = 60;
