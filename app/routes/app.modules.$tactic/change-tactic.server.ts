import type { SettingsProblems } from '../../follow-ups/settings';
import type { Ports } from '../../ports';
import type { NoteDraft, NoteProblems } from '../../tactics/decision-note';
import { recordDecision } from '../../tactics/record-decision.server';
import type { DecisionDraft } from '../../tactics/review';
import { saveNote } from '../../tactics/save-note.server';
import { switchOff } from '../../tactics/switch-off.server';
import { switchOn, type SwitchOnAnswer } from '../../tactics/switch-on.server';
import { TACTICS, type TacticName } from '../../tactics/tactic';
import type { Answer } from '../../ui/answer';

export interface TacticAnswer extends Answer {
  /** Where on the page a problem belongs; beside the switch when left out. */
  readonly about?: 'note' | 'review' | 'old-mail' | 'settings';
  readonly problems?: NoteProblems;
  readonly decisionProblems?: Readonly<Partial<Record<keyof DecisionDraft, string>>>;
  /** Whether the note is kept as it was sent. */
  readonly saved?: boolean;
  readonly canUndo?: boolean;
  readonly settingsProblems?: SettingsProblems;
  readonly settingsSaved?: boolean;
}

interface Change {
  readonly shopId: number;
  readonly tactic: TacticName;
  readonly intent: 'switch-on' | 'switch-off' | 'save-note' | 'undo-off' | 'decide';
  readonly fields: Partial<NoteDraft> & Partial<DecisionDraft> & { readonly oldMailIsOff?: string };
}

/** One press on the module's page, and what the page says about it. */
export async function changeTactic(ports: Ports, change: Change): Promise<TacticAnswer> {
  const { shopId, tactic, intent, fields } = change;
  const title = TACTICS[tactic].title;
  switch (intent) {
    case 'switch-off':
      await switchOff(ports, { shopId, tactic });
      return say({ message: `${title} is off`, canUndo: true });
    case 'undo-off':
      // It was on a moment ago: nothing else was switched on since.
      return answerOf(await switchOn(ports, { shopId, tactic, oldMailIsOff: true }), {
        message: `${title} is on again`,
      });
    case 'switch-on':
      return answerOf(
        await switchOn(ports, { shopId, tactic, note: fields, oldMailIsOff: fields.oldMailIsOff === 'yes' }),
        {
          message: `${title} is on`,
          saved: true,
        },
      );
    case 'save-note':
      return answerOf(await saveNote(ports, { shopId, tactic, note: fields }), {
        message: 'Decision note saved',
        saved: true,
      });
    case 'decide':
      return decide(ports, change);
  }
}

const DECIDED = {
  keep: 'Decision recorded. The next review is in four weeks.',
  change: 'Decision recorded. Write down what changes in the note.',
  retire: 'Decision recorded, and the module is off.',
} as const;

async function decide(ports: Ports, { shopId, tactic, fields }: Change): Promise<TacticAnswer> {
  const { decision = '', why = '', decidedBy = '' } = fields;
  const answer = await recordDecision(ports, { shopId, tactic, draft: { decision, why, decidedBy } });
  if (answer.ok) return say({ message: DECIDED[answer.decision] });
  return answer.reason === 'no-review'
    ? say({ problem: 'There is no review to decide on.', about: 'review' })
    : say({
        problem: 'The decision is not recorded yet: complete it first.',
        about: 'review',
        decisionProblems: answer.problems,
      });
}

function answerOf(answer: SwitchOnAnswer, done: Omit<TacticAnswer, 'at'>): TacticAnswer {
  if (answer.ok) return say(done);
  switch (answer.reason) {
    case 'no-note':
      return say({ problem: 'Write the decision note first.', about: 'note' });
    case 'note-incomplete':
      return say({
        problem: 'The decision note is not complete. Nothing was changed.',
        about: 'note',
        problems: answer.problems,
      });
    case 'decide-first':
      return say({ problem: 'Record what you decide on its review first.', about: 'review' });
    case 'old-mail-first':
      return say({
        problem: 'Say first that your shop’s own email after an order is off. Nothing was changed.',
        about: 'old-mail',
      });
    case 'legal-details-missing':
      return say({ problem: 'Add your legal name and postal address in Settings first.' });
  }
}

const say = (answer: Omit<TacticAnswer, 'at'>): TacticAnswer => ({ ...answer, at: Date.now() });
