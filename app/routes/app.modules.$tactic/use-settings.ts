import { useEffect, useState } from 'react';
import {
  SETTINGS_FIELDS,
  type SettingsDraft,
  type SettingsField,
  type SettingsProblems,
} from '../../follow-ups/settings';

export interface SettingsState {
  readonly values: SettingsDraft;
  readonly problems: SettingsProblems;
  readonly isDirty: boolean;
  set(field: SettingsField, value: string): void;
  reset(): void;
}

/** The two-week email's settings as they are typed, beside those that are kept. */
export function useSettings(
  kept: SettingsDraft | null,
  answer: { readonly settingsProblems?: SettingsProblems; readonly settingsSaved?: boolean } | undefined,
): SettingsState | null {
  const [typed, setTyped] = useState<Partial<SettingsDraft>>({});
  const [mended, setMended] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    setMended(new Set());
    if (answer?.settingsSaved) setTyped({});
  }, [answer]);
  if (!kept) return null;
  const values = { ...kept, ...typed };
  return {
    values,
    problems: Object.fromEntries(
      Object.entries(answer?.settingsProblems ?? {}).filter(([field]) => !mended.has(field)),
    ),
    isDirty: SETTINGS_FIELDS.some((field) => values[field] !== kept[field]),
    set(field, value) {
      setTyped((before) => ({ ...before, [field]: value }));
      setMended((before) => new Set([...before, field]));
    },
    reset() {
      setTyped({});
      setMended(new Set(SETTINGS_FIELDS));
    },
  };
}
