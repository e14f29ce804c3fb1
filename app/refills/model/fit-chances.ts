import type { DayMasses } from './day-grid';
import { chanceFeatures, SPANS, spanChances, type ChanceModel } from './chance-model';
import type { RefillMoment } from './refill-case';
import { evenly } from './evenly';
import { openVisitLog, type VisitLog } from './demand';
import { momentOf } from '../fold/fold-cases';
import type { FoldedCase } from './folded-case';
import { fitLogistic } from './logistic';
import type { RefillCase } from './refill-case';
import { chanceOfReturn, type ReturnModel } from './return-model';

/** Pseudo-cases that hold the weights where the prior has them. */
const PRIOR_CASES = 30;
/** What happened this long ago counts half. */
const HALF_LIFE_DAYS = 56;
/** Of what is sought later, much less happens in a day: the order of products needs a longer look back. */
const LATER_HALF_LIFE_DAYS = 90;
const MOST_ROWS = 8000;
/** Each of those who came and those who stayed. */
const MOST_SILENT_ROWS = 16_000;
const LOOK_BACK_DAYS = 56;

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
    readonly daysOf: (refillCase: RefillCase) => DayMasses;
    readonly comesBack: ReturnModel;
    readonly prior: ChanceModel;
  },
): ChanceModel {
  const log = openVisitLog(cases, day);
  const fit = (rows: readonly Row[], prior: readonly (readonly number[])[], halfLife: number) =>
    SPANS.map((span, i) => {
      const judged = rows.filter((row) => row.onDay + span[1] <= day && row.nextIn >= span[0]);
      const ageWeights = judged.map((row) => row.weight * 0.5 ** ((day - row.onDay - span[1]) / halfLife));
      const weights = fitLogistic(
        judged.map(({ moment, stated }) => chanceFeatures(moment, stated[i]!)),
        judged.map((row) => (row.nextIn <= span[1] ? 1 : 0)),
        { weights: prior[i]!, strength: PRIOR_CASES },
        ageWeights,
      );
      return { weights, usualRate: usualRate(judged, ageWeights, { log, day, spanDays: span[1] }) };
    });
  const row = (folded: FoldedCase, sinceDays: number, weight: number): Row => {
    const onDay = folded.refillCase.onDay + sinceDays;
    const on = folded.nextIn === null ? Infinity : folded.refillCase.onDay + folded.nextIn;
    return {
      moment: momentOf(folded, sinceDays),
      stated: spanChances(
        about.daysOf(folded.refillCase),
        chanceOfReturn(folded.refillCase, about.comesBack),
        sinceDays,
      ),
      onDay,
      nextIn: on <= day ? on - onDay : Infinity,
      weight,
    };
  };
  const bought = cases.filter(({ refillCase }) => refillCase.onDay < day);
  const origins = [
    ...evenly(
      bought.filter(({ refillCase }) => refillCase.gaps.length < 2),
      MOST_ROWS / 4,
    ),
    ...evenly(
      bought.filter(({ refillCase }) => refillCase.gaps.length >= 2),
      MOST_ROWS,
    ),
  ].map((folded) => row(folded, 0, 1));
  const { came, stayed } = silentMoments(bought, day);
  const keptCame = evenly(came, MOST_SILENT_ROWS);
  const keptStayed = evenly(stayed, MOST_SILENT_ROWS);
  const share =
    (keptCame.length / Math.max(1, came.length)) * (stayed.length / Math.max(1, keptStayed.length));
  const later = [
    ...keptCame.map(([folded, since]) => row(folded, since, 1)),
    ...keptStayed.map(([folded, since]) => row(folded, since, share)),
  ];
  const atPurchase = fit(origins, about.prior.atPurchase, HALF_LIFE_DAYS);
  const afterwards = fit(later, about.prior.later, LATER_HALF_LIFE_DAYS);
  return {
    atPurchase: atPurchase.map(({ weights }) => weights),
    later: afterwards.map(({ weights }) => weights),
    usualRates: {
      atPurchase: atPurchase.map((fitted) => fitted.usualRate),
      later: afterwards.map((fitted) => fitted.usualRate),
    },
    lately: log.latelyOn(day),
  };
}

/** Visits per returning shopper and day in the spans that were judged, as far as each weighs. */
function usualRate(
  judged: readonly Row[],
  weights: readonly number[],
  about: { readonly log: VisitLog; readonly day: number; readonly spanDays: number },
): number {
  let sum = 0;
  let all = 0;
  judged.forEach((row, i) => {
    sum += weights[i]! * about.log.rateOn(row.onDay + about.spanDays);
    all += weights[i]!;
  });
  return all === 0 ? about.log.rateOn(about.day) : sum / all;
}

type Silent = readonly [folded: FoldedCase, sinceDays: number];

/** Weekly looks at everything once bought, apart by whether it came again within four weeks. */
function silentMoments(
  cases: readonly FoldedCase[],
  day: number,
): { readonly came: readonly Silent[]; readonly stayed: readonly Silent[] } {
  const came: Silent[] = [];
  const stayed: Silent[] = [];
  for (const folded of cases) {
    const { onDay } = folded.refillCase;
    const next = folded.nextIn === null || onDay + folded.nextIn > day ? Infinity : onDay + folded.nextIn;
    for (let back = 7; back <= LOOK_BACK_DAYS && day - back > onDay; back += 7) {
      const at = day - back;
      if (at >= next) continue;
      (next - at <= 28 ? came : stayed).push([folded, at - onDay]);
    }
  }
  return { came, stayed };
}
