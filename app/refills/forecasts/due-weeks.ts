/** Shoppers whose best day falls on one day. */
export interface DueDay {
  readonly onDay: number;
  readonly shoppers: number;
}

export interface DueWeeks {
  /** Their best day has passed, but their interest is not stale. */
  readonly passed: number;
  /** Weeks of seven days, the first of them from today. */
  readonly weeks: readonly { readonly fromOn: number; readonly shoppers: number }[];
  readonly later: number;
}

/** Best days as counts by week from today. */
export function dueWeeks(days: readonly DueDay[], todayOn: number, weeks: number): DueWeeks {
  const counts = new Array<number>(weeks).fill(0);
  let passed = 0;
  let later = 0;
  for (const { onDay, shoppers } of days) {
    const week = Math.floor((onDay - todayOn) / 7);
    if (week < 0) passed += shoppers;
    else if (week >= weeks) later += shoppers;
    else counts[week] = (counts[week] ?? 0) + shoppers;
  }
  return { passed, later, weeks: counts.map((shoppers, i) => ({ fromOn: todayOn + 7 * i, shoppers })) };
}
