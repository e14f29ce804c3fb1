import type { Ports } from '../../ports';
import type { NoteDraft, NoteProblems } from '../../tactics/decision-note';
import { saveNote } from '../../tactics/save-note.server';
import { switchOff } from '../../tactics/switch-off.server';
import { switchOn, type SwitchOnAnswer } from '../../tactics/switch-on.server';
import { TACTICS, type TacticName } from '../../tactics/tactic';
import type { ToastAnswer } from '../../ui/use-answer-toast';

export interface ModuleAnswer {
  readonly toast: ToastAnswer;
  readonly problems: NoteProblems;
  readonly saved: boolean;
  readonly canUndo: boolean;
}

interface Change {
  readonly shopId: number;
  readonly tactic: TacticName;
  readonly intent: 'switch-on' | 'switch-off' | 'save-note' | 'undo-off';
  readonly note: Partial<NoteDraft>;
}

/** One press on the module's page, and what the page says about it. */
export async function changeModule(ports: Ports, change: Change): Promise<ModuleAnswer> {
  const { shopId, tactic, intent, note } = change;
  const title = TACTICS[tactic].title;
  switch (intent) {
    case 'switch-off':
      await switchOff(ports, { shopId, tactic });
      return say(`${title} is off`, { canUndo: true });
    case 'undo-off':
      return answerOf(await switchOn(ports, { shopId, tactic }), `${title} is on again`);
    case 'switch-on':
      return answerOf(await switchOn(ports, { shopId, tactic, note }), `${title} is on`);
    case 'save-note':
      return answerOf(await saveNote(ports, { shopId, tactic, note }), 'Decision note saved');
  }
}

function answerOf(answer: SwitchOnAnswer, done: string): ModuleAnswer {
  if (answer.ok) return say(done, { saved: true });
  switch (answer.reason) {
    case 'no-note':
      return say('Write the decision note first', { isError: true });
    case 'note-incomplete':
      return say('Complete the decision note first', { isError: true, problems: answer.problems });
    case 'legal-details-missing':
      return say('Add your legal name and postal address in Settings first', { isError: true });
  }
}

function say(
  message: string,
  more: { isError?: boolean; saved?: boolean; canUndo?: boolean; problems?: NoteProblems } = {},
): ModuleAnswer {
  const { isError = false, saved = false, canUndo = false, problems = {} } = more;
  return { toast: { message, isError, at: Date.now() }, problems, saved, canUndo };
}
