import { dayToIso, isoToDay } from '../../shops/local-day';
import { TACTIC_NAMES, type TacticName } from '../../tactics/tactic';
import { neverOn } from './build-comparison';
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
  /** Those that there were on that day. */
  readonly tactics: Readonly<Partial<Record<keyof ResultsView['tactics'], PackedComparison>>>;
}

export function packPage(view: ResultsView): PackedPage {
  const pack = (comparison: ComparisonView): PackedComparison => ({
    ...comparison,
    days: packDays(comparison.days),
  });
  return { ...view, larder: pack(view.larder), tactics: eachTactic((name) => pack(view.tactics[name])) };
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
  const unpack = (packed: PackedComparison): ComparisonView => ({ ...packed, days: unpackDays(packed.days) });
  const tactics = eachTactic((name) => {
    const packed = page.tactics[name];
    // A page that is older than the tactic: it was never on.
    return packed ? unpack(packed) : neverOn(name, isoToDay(page.on) ?? 0);
  });
  return { ...page, larder: unpack(page.larder), tactics };
}

function eachTactic<T>(of: (name: TacticName) => T): Record<TacticName, T> {
  return Object.fromEntries(TACTIC_NAMES.map((name) => [name, of(name)])) as Record<TacticName, T>;
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
