import type { Ports } from '../ports';
import { localDay } from '../shops/local-day';
import { loadShop } from '../shops/shop-store.server';
import { checkNote, sameNote, type NoteDraft, type NoteProblems } from './decision-note';
import { noteDifference } from './note-difference';
import { beginReview, runningReview } from './review-store.server';
import type { TacticName } from './tactic';
import { addChange, addNote, setNoteInForce, tacticStatus } from './tactic-store.server';

export type SaveNoteAnswer =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly reason: 'note-incomplete'; readonly problems: NoteProblems };

/** Keeps a changed note as its next version, whether the tactic is on or off. */
export async function saveNote(
  ports: Pick<Ports, 'db' | 'clock'>,
  about: { shopId: number; tactic: TacticName; note: Partial<NoteDraft> },
): Promise<SaveNoteAnswer> {
  const { shopId, tactic } = about;
  const at = ports.clock.now();
  const shop = await loadShop(ports.db.read, shopId);
  if (!shop) throw new Error(`No shop ${shopId}`);
  const todayOn = localDay(at, shop.timeZone);
  const status = await tacticStatus(ports.db.read, shopId, tactic);
  const review = await runningReview(ports.db.read, shopId, tactic);

  const checked = checkNote(tactic, about.note, todayOn, review?.dueOn);
  if (!checked.ok) return { ok: false, reason: 'note-incomplete', problems: checked.problems };
  if (status.note && sameNote(status.note, checked.note)) return { ok: true, version: status.note.version };

  return ports.db.write(async (tx) => {
    const { id, version } = await addNote(tx, shopId, tactic, checked.note, at);
    await setNoteInForce(tx, shopId, tactic, id);
    const changed = status.note ? noteDifference(status.note, checked.note) : undefined;
    await addChange(tx, shopId, tactic, 'note-changed', at, changed);
    if (status.state === 'on')
      await beginReview(tx, { shopId, tactic, noteId: id, dueOn: checked.note.reviewOn, todayOn });
    return { ok: true, version };
  });
}
