import { useEffect, useState } from 'react';

/** A form as it is typed, beside what is kept. */
export interface DraftState<Field extends string> {
  readonly values: Readonly<Record<Field, string>>;
  /** Of the last answer, but for fields that were changed since. */
  readonly problems: Readonly<Partial<Record<Field, string>>>;
  readonly isDirty: boolean;
  set(field: Field, value: string): void;
  reset(): void;
}

/** @param answer to the last press: a new one shows its problems, and one that saved empties what was typed */
export function useDraft<Field extends string>(
  fields: readonly Field[],
  kept: Readonly<Record<Field, string>>,
  answer: object | undefined,
  about: { readonly problems?: Readonly<Partial<Record<Field, string>>>; readonly saved?: boolean },
): DraftState<Field> {
  const [typed, setTyped] = useState<Partial<Record<Field, string>>>({});
  const [mended, setMended] = useState<ReadonlySet<Field>>(new Set());
  const { problems, saved } = about;
  useEffect(() => {
    setMended(new Set());
    if (saved) setTyped({});
  }, [answer, saved]);

  const values = { ...kept, ...typed };
  const shown: Partial<Record<Field, string>> = {};
  for (const field of fields) if (problems?.[field] && !mended.has(field)) shown[field] = problems[field];
  return {
    values,
    problems: shown,
    isDirty: fields.some((field) => values[field] !== kept[field]),
    set(field, value) {
      setTyped((before) => ({ ...before, [field]: value }));
      setMended((before) => new Set([...before, field]));
    },
    reset() {
      setTyped({});
      setMended(new Set(fields));
    },
  };
}
