import type { OutcomeOf } from '../../../results/counting/outcomes';
import { TACTIC_NAMES, TACTICS } from '../../../tactics/tactic';

/** The comparisons in the order of the tabs. */
export const COMPARED = ['larder', ...TACTIC_NAMES] as const satisfies readonly OutcomeOf[];

export interface Compared {
  readonly title: string;
  /** The two groups, short enough for a table. */
  readonly groups: { readonly treated: string; readonly control: string };
  /** What shoppers did when they count: `ordered`. */
  readonly did: string;
  /** What those are called: `orders`. */
  readonly ones: string;
  /** The one figure that it is judged by. */
  readonly metric: string;
}

export const ABOUT: Readonly<Record<OutcomeOf, Compared>> = {
  larder: {
    title: 'All of Larder',
    groups: { treated: 'With Larder', control: 'Without Larder' },
    did: 'ordered',
    ones: 'orders',
    metric: 'Any order within 28 days of the first time Larder had something to show.',
  },
  shelf: {
    title: TACTICS.shelf.title,
    groups: { treated: 'With the shelf', control: 'Without the shelf' },
    did: 'ordered',
    ones: 'orders',
    metric: TACTICS.shelf.metric,
  },
  reminder: {
    title: TACTICS.reminder.title,
    groups: { treated: 'With the offer', control: 'Without the offer' },
    did: 'bought again',
    ones: 'purchases',
    metric: TACTICS.reminder.metric,
  },
  'follow-up': {
    title: TACTICS['follow-up'].title,
    groups: { treated: 'With the two-week email', control: 'With the general letter' },
    did: 'ordered',
    ones: 'orders',
    metric: TACTICS['follow-up'].metric,
  },
};

/** Who is compared with whom, in a sentence. @param share of the smaller side, as written */
export function whoIsCompared(of: OutcomeOf, share: string): string {
  return of === 'larder'
    ? `Everyone else against the standing holdout: ${share} of all shoppers, drawn at random, who never see anything of Larder.`
    : `Shoppers with it against its own control: ${share} of those who may see Larder, drawn at random, who do not see this module. The standing holdout is not part of it.`;
}
