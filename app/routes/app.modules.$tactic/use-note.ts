import { NOTE_FIELDS, type NoteDraft, type NoteField, type NoteProblems } from '../../tactics/decision-note';
import { useDraft, type DraftState } from '../../ui/use-draft';

export type NoteState = DraftState<NoteField>;

/** The note as it is typed, beside the one that is kept. */
export function useNote(
  kept: NoteDraft,
  answer: { readonly problems?: NoteProblems; readonly saved?: boolean } | undefined,
): NoteState {
  return useDraft(NOTE_FIELDS, kept, answer, { problems: answer?.problems, saved: answer?.saved });
}
