import { useEffect, useState } from 'react';
import { NOTE_FIELDS, type NoteDraft, type NoteField, type NoteProblems } from '../../tactics/decision-note';

export interface NoteState {
  readonly values: NoteDraft;
  readonly problems: NoteProblems;
  readonly isDirty: boolean;
  set(field: NoteField, value: string): void;
  reset(): void;
}

/** The note as it is typed, beside the one that is kept. */
export function useNote(
  kept: NoteDraft,
  answer: { readonly problems?: NoteProblems; readonly saved?: boolean } | undefined,
): NoteState {
  const [typed, setTyped] = useState<Partial<NoteDraft>>({});
  const [mended, setMended] = useState<ReadonlySet<NoteField>>(new Set());
  useEffect(() => {
    setMended(new Set());
    if (answer?.saved) setTyped({});
  }, [answer]);

  const values = { ...kept, ...typed };
  const problems = Object.fromEntries(
    Object.entries(answer?.problems ?? {}).filter(([field]) => !mended.has(field as NoteField)),
  );
  return {
    values,
    problems,
    isDirty: NOTE_FIELDS.some((field) => values[field] !== kept[field]),
    set(field, value) {
      setTyped((before) => ({ ...before, [field]: value }));
      setMended((before) => new Set([...before, field]));
    },
    reset() {
      setTyped({});
      setMended(new Set(NOTE_FIELDS));
    },
  };
}
