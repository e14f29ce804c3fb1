import { dayToIso } from '../../shops/local-day';
import type { OutcomeOf } from '../counting/outcomes';
import type { LiftView, SpanView, VerdictView } from './results-view';
import { CONVERSIONS_NEEDED, type LiftInterval } from '../statistics/conversion-labels';
import type { Verdict } from '../statistics/verdict';
import { verdictSentence } from '../statistics/verdict-sentence';

/** The confidence of the interval that each kind of look shows (verdict.ts: 1 % and 4 % of false claims). */
const CONFIDENCE = { 'every-look': 0.99, review: 0.96 } as const;

/** Ends that survive JSON: null where there is no end. */
export function spanOf({ lower, upper }: LiftInterval): SpanView {
  return { lower: finite(lower), upper: finite(upper) };
}

export function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

export const NEVER_ON: VerdictView = {
  state: 'never-on',
  sentence: 'Not started: counting begins when it is switched on for the first time.',
  has: 0,
  needs: CONVERSIONS_NEEDED,
  enoughOn: null,
  earlySign: null,
};

/**
 * @param has conversions in closed windows of the smaller arm
 * @param enoughOn local day, for one that is still collecting
 */
export function buildVerdict(
  verdict: Verdict,
  about: { readonly of: OutcomeOf; readonly has: number; readonly enoughOn: number | null },
): VerdictView {
  const isCollecting = verdict.state === 'collecting';
  return {
    state: verdict.state,
    sentence: verdictSentence(verdict, about.of),
    has: about.has,
    needs: CONVERSIONS_NEEDED,
    enoughOn: isCollecting && about.enoughOn !== null ? dayToIso(about.enoughOn) : null,
    earlySign: 'earlySign' in verdict ? verdict.earlySign : null,
  };
}

/** Null while collecting or broken. */
export function buildLift(verdict: Verdict, attenuation: number): LiftView | null {
  if (verdict.state === 'broken' || verdict.state === 'collecting') return null;
  const rests = verdict.reason === 'review' ? 'review' : 'every-look';
  return {
    ...spanOf(verdict.interval),
    lift: verdict.lift,
    confidence: CONFIDENCE[rests],
    rests,
    attenuation,
  };
}
