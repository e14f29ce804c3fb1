import type { DayMasses } from './day-grid';
import { chanceFeatures, SPANS, spanChances, type ChanceModel, type RefillMoment } from './chance-model';
import { momentOf, type FoldedCase } from './fold-cases';
import { fitLogistic } from './logistic';
import type { RefillCase } from './refill-case';
import { chanceOfReturn, type ReturnModel } from './return-model';

/** Pseudo-cases that hold the weights where the prior has them. */
const PRIOR_CASES = 30;
/** What happened this long ago counts half. */
const HALF_LIFE_DAYS = 28;
/** Of what is sought later, much less happens in a day: the order of products needs a longer look back. */
const LATER_HALF_LIFE_DAYS = 90;
const MOST_ROWS = 8000;
/** Each of those who came and those who stayed. */
const MOST_SILENT_ROWS = 16_000;
const LOOK_BACK_DAYS = 112;

interface Row {
  readonly moment: RefillMoment;
  /** What the distribution says of each span. */
  readonly stated: readonly number[];
  readonly onDay: number;
  /** Days to the next purchase; Infinity while none is seen. */
  readonly nextIn: number;
  readonly weight: number;
}

/** Learns how far the stated chances are off, from days whose aftermath lies before `day`. Recent ones weigh more. */
export function fitChances(
  cases: readonly FoldedCase[],
  day: number,
  about: {
    readonly daysOf: (one: RefillCase) => DayMasses;
    readonly comesBack: ReturnModel;
    readonly prior: ChanceModel;
  },
): ChanceModel {
  const fit = (rows: readonly Row[], prior: readonly (readonly number[])[], halfLife: number) =>
    SPANS.map(([from, to], i) => {
      const judged = rows.filter((row) => row.onDay + to <= day && row.nextIn >= from);
      return fitLogistic(
        judged.map(({ moment, stated }) => chanceFeatures(moment, stated[i]!)),
        judged.map((row) => (row.nextIn <= to ? 1 : 0)),
        { weights: prior[i]!, strength: PRIOR_CASES },
        judged.map((row) => row.weight * 0.5 ** ((day - row.onDay - to) / halfLife)),
      );
    });
  const row = (one: FoldedCase, sinceDays: number, weight: number): Row => {
    const onDay = one.one.onDay + sinceDays;
    const on = one.nextIn === null ? Infinity : one.one.onDay + one.nextIn;
    return {
      moment: momentOf(one, sinceDays),
      stated: spanChances(about.daysOf(one.one), chanceOfReturn(one.one, about.comesBack), sinceDays),
      onDay,
      nextIn: on <= day ? on - onDay : Infinity,
      weight,
    };
  };
  const bought = cases.filter(({ one }) => one.onDay < day);
  const origins = [
    ...evenly(
      bought.filter(({ one }) => one.gaps.length < 2),
      MOST_ROWS / 4,
    ),
    ...evenly(
      bought.filter(({ one }) => one.gaps.length >= 2),
      MOST_ROWS,
    ),
  ].map((one) => row(one, 0, 1));
  const { came, stayed } = silentMoments(bought, day);
  const some = evenly(came, MOST_SILENT_ROWS);
  const others = evenly(stayed, MOST_SILENT_ROWS);
  const share = (some.length / Math.max(1, came.length)) * (stayed.length / Math.max(1, others.length));
  const later = [
    ...some.map(([one, since]) => row(one, since, 1)),
    ...others.map(([one, since]) => row(one, since, share)),
  ];
  return {
    atPurchase: fit(origins, about.prior.atPurchase, HALF_LIFE_DAYS),
    later: fit(later, about.prior.later, LATER_HALF_LIFE_DAYS),
  };
}

type Silent = readonly [one: FoldedCase, sinceDays: number];

/** Weekly looks at everything once bought, apart by whether it came again within four weeks. */
function silentMoments(
  cases: readonly FoldedCase[],
  day: number,
): { readonly came: readonly Silent[]; readonly stayed: readonly Silent[] } {
  const came: Silent[] = [];
  const stayed: Silent[] = [];
  for (const one of cases) {
    const { onDay } = one.one;
    const next = one.nextIn === null || onDay + one.nextIn > day ? Infinity : onDay + one.nextIn;
    for (let back = 7; back <= LOOK_BACK_DAYS && day - back > onDay; back += 7) {
      const at = day - back;
      if (at >= next) continue;
      (next - at <= 28 ? came : stayed).push([one, at - onDay]);
    }
  }
  return { came, stayed };
}

function evenly<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)]!);
}
