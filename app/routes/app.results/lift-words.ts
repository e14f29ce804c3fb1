import type { SpanView } from '../../results/results-view';
import type { Formats } from './formats';

/** Bars of a difference end here, however little is known. */
export const LIFT_LIMITS = { from: -1, to: 3 };

/** `4% to 19% more orders`, `2% fewer to 9% more orders`, `at least 4% more orders`. */
export function spanWords(
  { lower, upper }: SpanView,
  ones: string,
  { share }: Pick<Formats, 'share'>,
): string {
  if (lower === null && upper === null) return `any number of ${ones}`;
  if (upper === null)
    return lower! < 0
      ? `${share(-lower!)} fewer ${ones}, or any number more`
      : `at least ${share(lower!)} more ${ones}`;
  if (lower === null)
    return upper > 0 ? `at most ${share(upper)} more ${ones}` : `at least ${share(-upper)} fewer ${ones}`;
  if (lower > 0) return `${share(lower)} to ${share(upper)} more ${ones}`;
  if (upper < 0) return `${share(-upper)} to ${share(-lower)} fewer ${ones}`;
  return `${share(-lower)} fewer to ${share(upper)} more ${ones}`;
}

/** `+4% to +19%`; an unknown end is said. */
export function spanFigures({ lower, upper }: SpanView, write: (value: number) => string): string {
  return `${lower === null ? 'no lower end' : write(lower)} to ${upper === null ? 'no upper end' : write(upper)}`;
}
