/** What a shopper can switch off alone: everything, or one tactic. */
export type OptOutScope = 'all' | 'shelf' | 'reminder' | 'follow-up';

/** Whether a person who switched off `scopes` wants nothing of a tactic. */
export function isOptedOut(scopes: readonly OptOutScope[], tactic: Exclude<OptOutScope, 'all'>): boolean {
  return scopes.includes('all') || scopes.includes(tactic);
}
