import type { Ports } from '../../ports';
import type { OutcomeOf } from '../../results/counting/outcomes';
import { changeShare } from '../../tactics/change-share.server';
import { switchOff } from '../../tactics/switch-off.server';
import { switchOn } from '../../tactics/switch-on.server';
import { TACTICS, type TacticName } from '../../tactics/tactic';
import type { Answer } from '../../ui/answer';

export type ResultsChange =
  | { readonly intent: 'change-share'; readonly of: OutcomeOf; readonly shareBp: number }
  | { readonly intent: 'switch-off' | 'undo-off'; readonly of: TacticName };

export interface ResultsAnswer extends Answer {
  /** Where on the page a problem belongs; beside the switch when left out. */
  readonly about?: 'share';
  readonly canUndo?: boolean;
}

/** One press on the results page, and what it says about it. */
export async function changeResults(
  ports: Ports,
  shopId: number,
  change: ResultsChange,
): Promise<ResultsAnswer> {
  if (change.intent === 'change-share') return changeTheShare(ports, shopId, change);
  const { intent, of: tactic } = change;
  const { title } = TACTICS[tactic];
  if (intent === 'switch-off') {
    await switchOff(ports, { shopId, tactic });
    return say({ message: `${title} is off`, canUndo: true });
  }
  const { ok } = await switchOn(ports, { shopId, tactic });
  return say(
    ok
      ? { message: `${title} is on again` }
      : { problem: `It could not be switched on from here. Open ${title} to see what it needs.` },
  );
}

async function changeTheShare(
  ports: Ports,
  shopId: number,
  { of, shareBp }: { readonly of: OutcomeOf; readonly shareBp: number },
): Promise<ResultsAnswer> {
  const answer = await changeShare(ports, { shopId, of, shareBp });
  if (answer.ok) return say({ message: `Version ${answer.version} counts from now on` });
  switch (answer.reason) {
    case 'out-of-range':
      return say({ problem: 'Choose a share from 5% to 50%.', about: 'share' });
    case 'never-on':
      return say({ problem: 'Switch a module on first.', about: 'share' });
    case 'same-share':
      return say({ problem: 'It has this share already.', about: 'share' });
  }
}

const say = (answer: Omit<ResultsAnswer, 'at'>): ResultsAnswer => ({ ...answer, at: Date.now() });
