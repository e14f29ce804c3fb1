/** What a shopper can switch off alone: everything, or one tactic. */
export const OPT_OUT_SCOPES = ['all', 'shelf', 'reminder', 'follow-up'] as const;
export type OptOutScope = (typeof OPT_OUT_SCOPES)[number];

/** Whether a person who switched off `scopes` wants nothing of a tactic. */
export function isOptedOut(scopes: readonly OptOutScope[], tactic: Exclude<OptOutScope, 'all'>): boolean {
  return scopes.includes('all') || scopes.includes(tactic);
}
