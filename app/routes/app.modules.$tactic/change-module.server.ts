import type { Ports } from '../../ports';
import type { NoteDraft, NoteProblems } from '../../tactics/decision-note';
import { recordDecision } from '../../tactics/record-decision.server';
import type { DecisionDraft } from '../../tactics/review';
import { saveNote } from '../../tactics/save-note.server';
import { switchOff } from '../../tactics/switch-off.server';
import { switchOn, type SwitchOnAnswer } from '../../tactics/switch-on.server';
import { TACTICS, type TacticName } from '../../tactics/tactic';
import type { ToastAnswer } from '../../ui/use-answer-toast';

export interface ModuleAnswer {
  readonly toast: ToastAnswer;
  readonly problems: NoteProblems;
  readonly decisionProblems: Readonly<Partial<Record<keyof DecisionDraft, string>>>;
  readonly saved: boolean;
  readonly canUndo: boolean;
}

interface Change {
  readonly shopId: number;
  readonly tactic: TacticName;
  readonly intent: 'switch-on' | 'switch-off' | 'save-note' | 'undo-off' | 'decide';
  readonly fields: Partial<NoteDraft> & Partial<DecisionDraft>;
}

/** One press on the module's page, and what the page says about it. */
export async function changeModule(ports: Ports, change: Change): Promise<ModuleAnswer> {
  const { shopId, tactic, intent, fields } = change;
  const title = TACTICS[tactic].title;
  switch (intent) {
    case 'switch-off':
      await switchOff(ports, { shopId, tactic });
      return say(`${title} is off`, { canUndo: true });
    case 'undo-off':
      return answerOf(await switchOn(ports, { shopId, tactic }), `${title} is on again`);
    case 'switch-on':
      return answerOf(await switchOn(ports, { shopId, tactic, note: fields }), `${title} is on`);
    case 'save-note':
      return answerOf(await saveNote(ports, { shopId, tactic, note: fields }), 'Decision note saved');
    case 'decide':
      return decide(ports, change);
  }
}

const DECIDED = {
  keep: 'Decision recorded. The next review is in four weeks.',
  change: 'Decision recorded. Write down what changes in the note.',
  retire: 'Decision recorded, and the module is off.',
} as const;

async function decide(ports: Ports, { shopId, tactic, fields }: Change): Promise<ModuleAnswer> {
  const { decision = '', why = '', decidedBy = '' } = fields;
  const answer = await recordDecision(ports, { shopId, tactic, draft: { decision, why, decidedBy } });
  if (answer.ok) return say(DECIDED[answer.decision], { saved: true });
  return answer.reason === 'no-review'
    ? say('There is no review to decide on', { isError: true })
    : say('Complete the decision first', { isError: true, decisionProblems: answer.problems });
}

function answerOf(answer: SwitchOnAnswer, done: string): ModuleAnswer {
  if (answer.ok) return say(done, { saved: true });
  switch (answer.reason) {
    case 'no-note':
      return say('Write the decision note first', { isError: true });
    case 'note-incomplete':
      return say('Complete the decision note first', { isError: true, problems: answer.problems });
    case 'decide-first':
      return say('Record what you decide on its review first', { isError: true });
    case 'legal-details-missing':
      return say('Add your legal name and postal address in Settings first', { isError: true });
  }
}

function say(
  message: string,
  more: Partial<Omit<ModuleAnswer, 'toast'>> & { readonly isError?: boolean } = {},
): ModuleAnswer {
  const { isError = false, saved = false, canUndo = false, problems = {}, decisionProblems = {} } = more;
  return { toast: { message, isError, at: Date.now() }, problems, decisionProblems, saved, canUndo };
}
