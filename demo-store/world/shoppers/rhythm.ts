/** How a day's activity spreads over its 24 hours, from midnight. */
const BY_HOUR: readonly number[] = [
  4, 2, 1, 1, 1, 3, 10, 22, 34, 40, 44, 46, 50, 46, 42, 42, 44, 50, 60, 74, 82, 74, 44, 16,
];
const TOTAL = BY_HOUR.reduce((sum, weight) => sum + weight, 0);

/** Share of a day's activity that falls into a local hour (0 to 23). */
export function hourShare(hour: number): number {
  return (BY_HOUR[hour] ?? 0) / TOTAL;
}

/** Turns one uniform draw into a moment of the day: milliseconds since local midnight. */
export function momentOfDay(draw: number): number {
  let rest = draw * TOTAL;
  for (const [hour, weight] of BY_HOUR.entries()) {
    if (rest < weight) return Math.floor((hour + rest / weight) * 3_600_000);
    rest -= weight;
  }
  return 86_399_000;
}

/** The local hour (0 to 23) at an instant. */
export function localHour(at: number, timeZone: string): number {
  const text = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    hourCycle: 'h23',
  }).format(at);
  return Number(text);
}
