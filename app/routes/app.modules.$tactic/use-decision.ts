import { useEffect, useState } from 'react';
import type { DecisionDraft } from '../../tactics/review';

export interface DecisionState {
  readonly draft: DecisionDraft;
  readonly isDirty: boolean;
  readonly set: (field: keyof DecisionDraft, value: string) => void;
  readonly reset: () => void;
}

/** The decision as it is typed. @param decided how many were recorded before: with another one, typing begins afresh */
export function useDecision(owner: string, decided: number): DecisionState {
  const [typed, setTyped] = useState<Partial<DecisionDraft>>({});
  const reset = () => setTyped({});
  useEffect(reset, [decided]);
  const untouched: DecisionDraft = { decision: '', why: '', decidedBy: owner };
  const draft = { ...untouched, ...typed };
  return {
    draft,
    isDirty:
      draft.decision !== '' || draft.why.trim() !== '' || draft.decidedBy.trim() !== untouched.decidedBy,
    set: (field, value) => setTyped((before) => ({ ...before, [field]: value })),
    reset,
  };
}
