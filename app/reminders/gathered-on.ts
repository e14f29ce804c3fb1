/** Reminders of one person within so many days go in one mail. */
export const GATHERED_DAYS = 7;

/** An active reminder, as far as it decides on which day which mail goes. */
export interface Dated {
  readonly id: string;
  readonly emailHash: string | null;
  readonly personId: number | null;
  readonly remindOn: number;
}

/**
 * The local day on which a reminder's mail goes: the latest of those that go together. Counted from the person's first day on, in
 * groups of at most GATHERED_DAYS; so no mail comes before one of its days, and none of its items waits longer than that.
 * @param all the active reminders at its address, itself among them
 */
export function gatheredOn(
  { id, remindOn }: { readonly id: string; readonly remindOn: number },
  all: readonly Dated[],
): number {
  const own = all.find((reminder) => reminder.id === id);
  if (!own) return remindOn;
  const days = all
    .filter(({ emailHash, personId }) => emailHash === own.emailHash && personId === own.personId)
    .map((reminder) => reminder.remindOn)
    .sort((a, b) => a - b);
  let from = days[0] ?? remindOn;
  for (const day of days) if (day <= remindOn && day > from + GATHERED_DAYS) from = day;
  return Math.max(remindOn, ...days.filter((day) => day >= from && day <= from + GATHERED_DAYS));
}
