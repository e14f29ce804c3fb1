/** Where values lie on an axis, and where its ticks stand. Pure. */

export interface Domain {
  readonly from: number;
  readonly to: number;
}

/** Position of a value within a domain as a share, 0 to 1; a domain without width puts everything in its middle. */
export function place(value: number, { from, to }: Domain): number {
  if (to <= from) return 0.5;
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}

/** Smallest domain that holds all finite values; 0 to 1 of none. */
export function extent(values: readonly number[]): Domain {
  let from = Infinity;
  let to = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    from = Math.min(from, value);
    to = Math.max(to, value);
  }
  return from > to ? { from: 0, to: 1 } : { from, to };
}

/** Round values (1, 2 or 5 times a power of ten apart) within a domain, dividing it into about `count` parts. */
export function niceTicks({ from, to }: Domain, count = 5): readonly number[] {
  if (to <= from) return [from];
  const step = niceStep((to - from) / Math.max(1, count));
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => round((first + i) * step));
}

/** A domain widened to its nearest round values, so that the topmost tick is the top. */
export function niceDomain({ from, to }: Domain, count = 5): Domain {
  if (to <= from) return { from, to: from + 1 };
  const step = niceStep((to - from) / Math.max(1, count));
  return { from: round(Math.floor(from / step) * step), to: round(Math.ceil(to / step) * step) };
}

/** The round step nearest in ratio. */
function niceStep(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(wanted));
  const ratio = wanted / power;
  const times = ratio >= Math.sqrt(50) ? 10 : ratio >= Math.sqrt(10) ? 5 : ratio >= Math.sqrt(2) ? 2 : 1;
  return times * power;
}

/** Takes away what 0.1 + 0.2 adds. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}

const DAY_MS = 86_400_000;
const DAY_STEPS = [1, 2, 7, 14];
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120];
const DAYS_OF_A_MONTH = 30.4;

/** Days (counted from 1970-01-01) for the ticks of a calendar axis: every day or week, or the first of months. */
export function dayTicks({ from, to }: Domain, count = 6): readonly number[] {
  const days = DAY_STEPS.find((step) => (to - from) / step <= count);
  if (days !== undefined) {
    const first = Math.ceil(from);
    return Array.from({ length: Math.floor((to - first) / days) + 1 }, (_, i) => first + i * days);
  }
  const months = MONTH_STEPS.find((step) => (to - from) / (step * DAYS_OF_A_MONTH) <= count) ?? 120;
  const start = new Date(from * DAY_MS);
  const ticks: number[] = [];
  for (let month = Math.ceil(start.getUTCMonth() / months) * months; ; month += months) {
    const day = Date.UTC(start.getUTCFullYear(), month, 1) / DAY_MS;
    if (day > to) return ticks;
    if (day >= from) ticks.push(day);
  }
}

export interface Label {
  /** Place of its middle and its width, as shares of the line. */
  readonly at: number;
  readonly width: number;
}

/** Rows for labels, the lowest that is free, so that no two touch within a row. */
export function labelRows(labels: readonly Label[]): readonly number[] {
  const ends: number[] = [];
  const rows = new Array<number>(labels.length).fill(0);
  const order = labels.map((label, i) => ({ ...label, i })).sort((a, b) => a.at - b.at);
  for (const { at, width, i } of order) {
    const free = ends.findIndex((end) => at - width / 2 >= end);
    const row = free < 0 ? ends.length : free;
    ends[row] = at + width / 2;
    rows[i] = row;
  }
  return rows;
}
