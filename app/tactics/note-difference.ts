import { NOTE_FIELDS, noteToDraft, type DecisionNote } from './decision-note';

/** What a changed note says differently, field by field, as it was typed. */
export function noteDifference(
  before: DecisionNote,
  after: DecisionNote,
): Readonly<Record<string, { readonly before: string; readonly after: string }>> {
  const [old, now] = [noteToDraft(before), noteToDraft(after)];
  const changed = NOTE_FIELDS.filter((field) => old[field] !== now[field]);
  return Object.fromEntries(changed.map((field) => [field, { before: old[field], after: now[field] }]));
}
