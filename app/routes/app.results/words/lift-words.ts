import type { SpanView } from '../../../results/page/results-view';
import type { Formats } from './formats';

/** Bars of a difference end here, however little is known. */
export const LIFT_LIMITS = { from: -1, to: 3 };

/** `4% to 19% more orders`, `2% fewer to 9% more orders`, `at least 4% more orders`. Rounded away from the claim. */
export function spanWords(span: SpanView, ones: string, { share }: Pick<Formats, 'share'>): string {
  const { lower, upper } = outward(span);
  const fewer = (value: number) => `${share(-value)} fewer ${ones}`;
  const more = (value: number) => `${share(value)} more ${ones}`;
  if (lower === null && upper === null) return `any number of ${ones}`;
  if (upper === null) return lower! < 0 ? `${fewer(lower!)}, or any number more` : `at least ${more(lower!)}`;
  if (lower === null) return upper > 0 ? `at most ${more(upper)}` : `at least ${fewer(upper)}`;
  if (lower > 0) return `${share(lower)} to ${more(upper)}`;
  if (upper < 0) return `${share(-upper)} to ${fewer(lower)}`;
  return `${share(-lower)} fewer to ${more(upper)}`;
}

/** `+4% to +19%`; an unknown end is said. */
export function spanFigures(span: SpanView, { change }: Pick<Formats, 'change'>): string {
  const { lower, upper } = outward(span);
  return `${lower === null ? 'no lower end' : change(lower)} to ${upper === null ? 'no upper end' : change(upper)}`;
}

/** Both ends in the digits that are shown, rounded so that the range never looks narrower than it is. */
export function outward({ lower, upper }: SpanView): SpanView {
  return {
    lower: lower === null ? null : roundedBy(lower, Math.floor),
    upper: upper === null ? null : roundedBy(upper, Math.ceil),
  };
}

/** What binary fractions add to a value that is round already. */
const NOISE = 1e-9;

function roundedBy(value: number, round: (value: number) => number): number {
  const steps = Math.abs(value) < 0.1 ? 1000 : 100;
  const exact = value * steps;
  const nearest = Math.round(exact);
  return (Math.abs(exact - nearest) < NOISE ? nearest : round(exact)) / steps;
}
