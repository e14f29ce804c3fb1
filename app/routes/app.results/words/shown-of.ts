import type { ResultsPage } from '../../../results/page/load-page.server';
import type { OutcomeOf } from '../../../results/counting/outcomes';
import { comparisonOf, type ComparisonView, type VerdictState } from '../../../results/page/results-view';
import { TACTIC_NAMES, type TacticName, type TacticState } from '../../../tactics/tactic';
import { COMPARED } from './compared';

export type Shown =
  | {
      readonly reason: 'view';
      readonly on: string;
      readonly today: string;
      readonly view: ComparisonView;
      readonly states: Readonly<Record<OutcomeOf, VerdictState>>;
      readonly state: TacticState;
    }
  | { readonly reason: 'not-kept'; readonly on: string; readonly nearestOn: string | null };

/**
 * One comparison of a page, with what the tabs say of the others.
 * @param of null: the first tactic that was ever on, else all of Larder
 */
export function shownOf(
  page: ResultsPage,
  of: OutcomeOf | null,
  tactics: readonly { readonly name: TacticName; readonly state: TacticState }[],
): Shown {
  if (page.reason === 'not-kept') return { reason: 'not-kept', on: page.on, nearestOn: page.nearestOn };
  const { view, today } = page;
  const started = TACTIC_NAMES.find((name) => view.tactics[name].version !== null);
  const chosen = of ?? started ?? 'larder';
  const states = Object.fromEntries(
    COMPARED.map((compared) => [compared, comparisonOf(view, compared).verdict.state]),
  );
  return {
    reason: 'view',
    on: view.on,
    today,
    view: comparisonOf(view, chosen),
    states: states as Record<OutcomeOf, VerdictState>,
    state: stateOf(chosen, tactics),
  };
}

function stateOf(
  of: OutcomeOf,
  tactics: readonly { readonly name: TacticName; readonly state: TacticState }[],
): TacticState {
  if (of === 'larder') return tactics.some((tactic) => tactic.state === 'on') ? 'on' : 'off';
  return tactics.find((tactic) => tactic.name === of)?.state ?? 'off';
}
