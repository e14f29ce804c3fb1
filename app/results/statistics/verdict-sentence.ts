import type { OutcomeOf } from '../counting/outcomes';
import { CONVERSIONS_NEEDED, type LiftInterval } from './conversion-labels';
import type { HealthCheck } from './health';
import type { Verdict } from './verdict';

/** What shoppers did when they count, and what those are called. */
const OUTCOME_WORDS: Readonly<Record<OutcomeOf, { readonly did: string; readonly ones: string }>> = {
  shelf: { did: 'ordered', ones: 'orders' },
  reminder: { did: 'bought the product again', ones: 'purchases' },
  'follow-up': { did: 'ordered', ones: 'orders' },
  larder: { did: 'ordered', ones: 'orders' },
};

/** The verdict in one plain sentence. It says what was counted, never what will be. */
export function verdictSentence(verdict: Verdict, of: OutcomeOf): string {
  const { did, ones } = OUTCOME_WORDS[of];
  switch (verdict.state) {
    case 'broken':
      return `Broken: these numbers cannot be compared, because ${listOf(verdict.reasons.map(brokenBecause))}.`;
    case 'collecting':
      return collectingSentence(verdict, ones);
    case 'unclear':
      return verdict.reason === 'review-contradicted'
        ? 'Unclear: the review and what was counted since point in opposite directions.'
        : `Unclear: the effect may lie anywhere from ${spanOf(verdict.interval, ones)}, or there may be none.`;
    case 'helps':
      return `Helps: shoppers with it ${did} more often than those without, ${byHowMuch(verdict.interval)}.`;
    case 'hurts':
      return `Hurts: shoppers with it ${did} less often than those without, ${byHowMuch(verdict.interval)}.`;
  }
}

function collectingSentence(verdict: Verdict & { readonly state: 'collecting' }, ones: string): string {
  switch (verdict.reason) {
    case 'nobody-yet':
      return 'Collecting: no shopper has come to the point where it would act.';
    case 'windows-open':
      return `Collecting: enough ${ones} have come, and the comparison waits until their time to count is over.`;
    case 'few-conversions':
      return `Collecting: the smaller group has ${verdict.has} of the ${CONVERSIONS_NEEDED} ${ones} that a fair comparison needs.`;
  }
}

function brokenBecause(check: HealthCheck): string {
  switch (check) {
    case 'sample-ratio':
      return 'the groups are not of the sizes that the draw would give';
    case 'sample-ratio-triggered':
      return 'the groups came to the decision in different numbers than the draw would give';
    case 'crossover':
      return 'too many shoppers were in both groups';
    case 'logging-gap':
      return 'a day of one group is missing';
    case 'repeated-persons':
      return 'some shoppers were counted more than once';
    case 'limit-from-results':
      return 'the limit on spends was set after the start';
  }
}

function listOf(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

function spanOf({ lower, upper }: LiftInterval, ones: string): string {
  const most = upper === Infinity ? 'any number' : percent(upper, Math.ceil);
  return `${percent(-lower, Math.ceil)} fewer to ${most} more ${ones}`;
}

function byHowMuch({ lower, upper }: LiftInterval): string {
  const [least, most] = lower > 0 ? [lower, upper] : [-upper, -lower];
  if (most === Infinity) return `by at least ${percent(least, Math.floor)}`;
  return `by ${percent(least, Math.floor)} to ${percent(most, Math.ceil)}`;
}

/** Rounded away from the claim: one decimal below ten percent. */
function percent(share: number, round: (value: number) => number): string {
  const hundredfold = share * 100;
  const rounded = hundredfold < 10 ? round(hundredfold * 10) / 10 : round(hundredfold);
  return `${rounded}%`;
}
