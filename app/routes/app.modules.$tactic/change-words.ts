import { z } from 'zod';
import { NOTE_FIELDS, type NoteField } from '../../tactics/decision-note';
import { readPauseReason } from '../../tactics/pause-reason';
import type { TacticChangeName } from '../../tactics/tactic-store.server';
import { formatBasisPoints } from '../../ui/format-values';
import { pauseSentence } from '../../ui/review-words';

const TITLES: Readonly<Record<TacticChangeName, string>> = {
  'switched-on': 'Switched on',
  'switched-off': 'Switched off',
  paused: 'Paused by Larder',
  resumed: 'Goes on after a pause',
  'note-changed': 'Decision note changed',
  'share-changed': 'Size of the control group changed',
  'review-decided': 'Review decided',
};

const FIELDS: Readonly<Record<NoteField, string>> = {
  who: 'Who',
  what: 'What',
  whereShown: 'Where',
  why: 'Why',
  hypothesis: 'Expectation',
  owner: 'Who looks',
  reviewOn: 'Review',
  tolerance: 'Tolerance in percent',
  fallsBack: 'Default when overdue',
};

const fromTo = z.object({ before: z.string(), after: z.string() });
const share = z.object({ before: z.number(), after: z.number() });
const decided = z.object({
  decision: z.enum(['keep', 'change', 'retire']),
  why: z.string(),
  decidedBy: z.string(),
});

/** A change of a module's history in words. What an older version wrote, or nobody can read, is left out. */
export function changeWords({ change, detail }: { readonly change: string; readonly detail: unknown }): {
  readonly title: string;
  readonly lines: readonly string[];
} {
  const title = TITLES[change as TacticChangeName] ?? change;
  return { title, lines: linesOf(change as TacticChangeName, detail) };
}

function linesOf(change: TacticChangeName, detail: unknown): readonly string[] {
  switch (change) {
    case 'note-changed': {
      const fields = z.record(z.string(), z.unknown()).safeParse(detail).data ?? {};
      return NOTE_FIELDS.flatMap((field) => {
        const said = fromTo.safeParse(fields[field]).data;
        return said ? [`${FIELDS[field]}: “${said.before}” became “${said.after}”`] : [];
      });
    }
    case 'share-changed': {
      const said = share.safeParse(detail).data;
      return said ? [`From ${formatBasisPoints(said.before)} to ${formatBasisPoints(said.after)}`] : [];
    }
    case 'paused': {
      const reason = readPauseReason(detail);
      return reason ? [pauseSentence(reason)] : [];
    }
    case 'review-decided': {
      const said = decided.safeParse(detail).data;
      return said ? [`${DECISION_WORDS[said.decision]}: ${said.why} (${said.decidedBy})`] : [];
    }
    case 'switched-on':
    case 'switched-off':
    case 'resumed':
      return [];
    default:
      return [];
  }
}

export const DECISION_WORDS = { keep: 'Keep it', change: 'Change it', retire: 'Retire it' } as const;
