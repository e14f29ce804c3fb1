import type { Ports } from '../../ports';
import type { OutcomeOf } from '../../results/outcomes';
import { changeShare } from '../../tactics/change-share.server';
import { switchOff } from '../../tactics/switch-off.server';
import { switchOn } from '../../tactics/switch-on.server';
import { TACTICS, type TacticName } from '../../tactics/tactic';
import type { ToastAnswer } from '../../ui/use-answer-toast';

export type ResultsChange =
  | { readonly intent: 'change-share'; readonly of: OutcomeOf; readonly shareBp: number }
  | { readonly intent: 'switch-off' | 'undo-off'; readonly of: TacticName };

export interface ResultsAnswer {
  readonly toast: ToastAnswer;
  readonly canUndo: boolean;
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
    return say(`${title} is off`, { canUndo: true });
  }
  const { ok } = await switchOn(ports, { shopId, tactic });
  return ok ? say(`${title} is on again`) : say(`Open ${title} to switch it on`, { isError: true });
}

async function changeTheShare(
  ports: Ports,
  shopId: number,
  { of, shareBp }: { readonly of: OutcomeOf; readonly shareBp: number },
): Promise<ResultsAnswer> {
  const answer = await changeShare(ports, { shopId, of, shareBp });
  if (answer.ok) return say(`Version ${answer.version} counts from now on`);
  switch (answer.reason) {
    case 'out-of-range':
      return say('Choose a share from 5% to 50%', { isError: true });
    case 'never-on':
      return say('Switch a module on first', { isError: true });
    case 'same-share':
      return say('It has this share already', { isError: true });
  }
}

function say(message: string, more: { isError?: boolean; canUndo?: boolean } = {}): ResultsAnswer {
  const { isError = false, canUndo = false } = more;
  return { toast: { message, isError, at: Date.now() }, canUndo };
}
