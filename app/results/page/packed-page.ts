import { dayToIso, isoToDay } from '../../shops/local-day';
import { TACTIC_NAMES } from '../../tactics/tactic';
import type { ComparisonView, DayPoint, ResultsView } from './results-view';

/** Days without gaps as one row of figures: a page is kept every night, and its days are most of it. */
interface PackedDays {
  readonly from: string | null;
  /** Four figures a day: exposed and converted of the treated, then of the control. */
  readonly figures: readonly number[];
}

type PackedComparison = Omit<ComparisonView, 'days'> & { readonly days: PackedDays };

export interface PackedPage extends Omit<ResultsView, 'larder' | 'tactics'> {
  readonly larder: PackedComparison;
  readonly tactics: Readonly<Record<keyof ResultsView['tactics'], PackedComparison>>;
}

export function packPage(view: ResultsView): PackedPage {
  return { ...view, ...mapped(view, (comparison) => ({ ...comparison, days: packDays(comparison.days) })) };
}

/** A limit on spends was once called a cap, as the guardrails' caps are. */
const ONCE_CALLED: Readonly<Record<string, string>> = {
  cap: 'limit',
  capped: 'limited',
  uncapped: 'unlimited',
};

/** A page as it was packed, in today's words: one of the first form has others for the limit on spends. */
export function readPackedPage(form: 1 | 2, text: string): PackedPage {
  const page = JSON.parse(text, (_, value: unknown) =>
    form === 1 ? inTodaysWords(value) : value,
  ) as unknown;
  return page as PackedPage;
}

function inTodaysWords(value: unknown): unknown {
  if (value === 'cap-from-results') return 'limit-from-results';
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, of]) => [ONCE_CALLED[name] ?? name, of as unknown]),
  );
}

export function unpackPage(page: PackedPage): ResultsView {
  return { ...page, ...mapped(page, (packed) => ({ ...packed, days: unpackDays(packed.days) })) };
}

function mapped<A, B>(
  page: { readonly larder: A; readonly tactics: Readonly<Record<keyof ResultsView['tactics'], A>> },
  change: (comparison: A) => B,
): { larder: B; tactics: Record<keyof ResultsView['tactics'], B> } {
  const tactics = TACTIC_NAMES.map((name) => [name, change(page.tactics[name])]);
  return { larder: change(page.larder), tactics: Object.fromEntries(tactics) as Record<string, B> };
}

function packDays(days: readonly DayPoint[]): PackedDays {
  return {
    from: days[0]?.on ?? null,
    figures: days.flatMap(({ treated, control }) => [
      treated.exposed,
      treated.converted,
      control.exposed,
      control.converted,
    ]),
  };
}

function unpackDays({ from, figures }: PackedDays): readonly DayPoint[] {
  const first = (from === null ? null : isoToDay(from)) ?? 0;
  return Array.from({ length: figures.length / 4 }, (_, index) => {
    const [a = 0, b = 0, c = 0, d = 0] = figures.slice(index * 4, index * 4 + 4);
    return {
      on: dayToIso(first + index),
      treated: { exposed: a, converted: b },
      control: { exposed: c, converted: d },
    };
  });
}
