/** For how long a mail may be put off. A page on which nobody chooses takes the first. */
export const SNOOZE_CHOICES = ['week', 'two-weeks', 'month'] as const;

export type SnoozeChoice = (typeof SNOOZE_CHOICES)[number];

const DAYS: Readonly<Record<SnoozeChoice, number>> = { week: 7, 'two-weeks': 14, month: 30 };

/** The day to which a choice made today puts a mail off. */
export function snoozedTo(choice: SnoozeChoice, todayOn: number): number {
  return todayOn + DAYS[choice];
}
