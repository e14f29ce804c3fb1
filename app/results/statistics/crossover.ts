/** A *crossover* is a person acted upon in both arms. */
export type CrossoverState = 'clean' | 'warn' | 'broken';

/** Above it the page warns, says "at least" and shows the attenuation. */
export const CROSSOVER_WARNS_ABOVE = 0.01;
/** Above it nothing may be compared. */
export const CROSSOVER_BREAKS_ABOVE = 0.05;

export interface Crossover {
  readonly state: CrossoverState;
  /** Crossed persons of all persons. */
  readonly share: number;
  /** What is left of the true effect when analysed by first arm: (1 − kT − kC); 1 is all of it. */
  readonly attenuation: number;
}

/**
 * How much persons who saw both arms dilute the effect, by intention to treat: ITT = (1 − kT − kC) × effect, k the share of
 * an arm that also saw the other.
 */
export function judgeCrossover(
  treated: { readonly shoppers: number; readonly crossed: number },
  control: { readonly shoppers: number; readonly crossed: number },
): Crossover {
  const share = shareOf(treated.crossed + control.crossed, treated.shoppers + control.shoppers);
  const kept = 1 - shareOf(treated.crossed, treated.shoppers) - shareOf(control.crossed, control.shoppers);
  const state = share > CROSSOVER_BREAKS_ABOVE ? 'broken' : share > CROSSOVER_WARNS_ABOVE ? 'warn' : 'clean';
  return { state, share, attenuation: Math.max(0, kept) };
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
