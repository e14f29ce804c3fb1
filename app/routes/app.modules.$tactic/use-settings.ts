import {
  DEFAULT_SETTINGS,
  SETTINGS_FIELDS,
  settingsToDraft,
  type SettingsDraft,
  type SettingsField,
  type SettingsProblems,
} from '../../follow-ups/settings';
import { useDraft, type DraftState } from '../../ui/use-draft';

export type SettingsState = DraftState<SettingsField>;

const NOBODY_ASKS = settingsToDraft(DEFAULT_SETTINGS, 'USD');

/** The two-week email's settings as they are typed, beside those that are kept; null for a module without. */
export function useSettings(
  kept: SettingsDraft | null,
  answer: { readonly settingsProblems?: SettingsProblems; readonly settingsSaved?: boolean } | undefined,
): SettingsState | null {
  const about = { problems: answer?.settingsProblems, saved: answer?.settingsSaved };
  const draft = useDraft(SETTINGS_FIELDS, kept ?? NOBODY_ASKS, answer, about);
  return kept && draft;
}
