import { mean, median } from './date-metrics';
import type { Origin } from './history';

export interface Reliability {
  /** Ten bins of equal count: stated mean against share bought. */
  readonly bins: readonly (readonly [number, number])[];
  readonly largestGap: number;
  readonly brier: number;
}

/** A stated chance of a purchase within `days`, judged on origins with that many days of later data. */
export function reliability(
  origins: readonly Origin[],
  stated: readonly number[],
  days: number,
  endOn: number,
): Reliability {
  const judged = origins
    .map(({ onDay, nextIn }, i) => ({
      onDay,
      p: stated[i]!,
      came: nextIn !== null && nextIn <= days ? 1 : 0,
    }))
    .filter(({ onDay }) => onDay <= endOn - days)
    .sort((a, b) => a.p - b.p);
  const bins: [number, number][] = [];
  for (let b = 0; b < 10; b += 1) {
    const part = judged.slice(
      Math.floor((b * judged.length) / 10),
      Math.floor(((b + 1) * judged.length) / 10),
    );
    if (part.length > 0)
      bins.push([mean(part.map((judgement) => judgement.p)), mean(part.map((judgement) => judgement.came))]);
  }
  return {
    bins,
    largestGap: Math.max(0, ...bins.map(([p, came]) => Math.abs(p - came))),
    brier: mean(judged.map(({ p, came }) => (p - came) ** 2)),
  };
}

/** Share of the seen purchases that fell on a day of the stated window, and the window's median width in days. */
export function coverage(
  origins: readonly Origin[],
  windows: readonly { readonly windowFrom: number; readonly windowTo: number }[],
): { readonly share: number; readonly medianWidth: number } {
  const held: number[] = [];
  const widths: number[] = [];
  origins.forEach(({ nextIn }, i) => {
    if (nextIn === null) return;
    const { windowFrom, windowTo } = windows[i]!;
    held.push(nextIn >= windowFrom && nextIn <= windowTo ? 1 : 0);
    widths.push(windowTo - windowFrom + 1);
  });
  return { share: mean(held), medianWidth: median(widths) };
}
