import type { KindScope } from '../mail/outbox/suppression-store.server';
import type { OptOutScope } from '../shoppers/opt-out';

/** A module, all of them, or all of our mail. */
export type SwitchedOff = OptOutScope | 'mail';

const BY_MAIL: readonly SwitchedOff[] = ['reminder', 'follow-up'];

/**
 * What a person wants no more of, each said once: a wish for no mail at all holds every kind of mail.
 * @param optOuts what they switched off with any of their keys
 * @param silenced what they said through a link in a mail
 */
export function switchedOff(
  optOuts: readonly OptOutScope[],
  silenced: ReadonlySet<KindScope>,
): readonly SwitchedOff[] {
  if (optOuts.includes('all')) return ['all'];
  const all = new Set<SwitchedOff>([
    ...optOuts,
    ...[...silenced].map((scope) => (scope === 'all' ? ('mail' as const) : scope)),
  ]);
  return [...all].filter((scope) => !(all.has('mail') && BY_MAIL.includes(scope)));
}
