import { STANDING_HOLDOUT_BP, TACTIC_CONTROL_BP } from '../holdout/layer';
import { currentLayer, startLayer } from '../holdout/layer-store.server';
import type { Ports, Tx } from '../ports';
import { localDay } from '../shops/local-day';
import { loadShop } from '../shops/shop-store.server';
import { checkNote, noteToDraft, sameNote, type NoteDraft, type NoteProblems } from './decision-note';
import { mayMail } from './may-mail';
import { noteDifference } from './note-difference';
import { beginReview, runningReview } from './review-store.server';
import { TACTICS, type TacticName } from './tactic';
import { addChange, addNote, saveTacticState, tacticStatus } from './tactic-store.server';

export type SwitchOnAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'no-note' }
  | { readonly ok: false; readonly reason: 'note-incomplete'; readonly problems: NoteProblems }
  | { readonly ok: false; readonly reason: 'legal-details-missing' }
  | { readonly ok: false; readonly reason: 'decide-first' }
  /** It stands in for a mail of the shop's own, and nobody has said that this one is off. */
  | { readonly ok: false; readonly reason: 'old-mail-first' };

/**
 * Lets a tactic act. Without a complete decision note (a new one, or the one it had) it stays off; so does one that sends
 * mail in a shop without legal name and postal address, and one that was paused because nobody decided on its review. Its
 * control group, with the first tactic ever the standing holdout, and the review start in the same transaction.
 */
export async function switchOn(
  ports: Pick<Ports, 'db' | 'clock'>,
  about: {
    readonly shopId: number;
    readonly tactic: TacticName;
    readonly note?: Partial<NoteDraft>;
    /** The merchant says that the shop's own mail, in whose place it goes out, is off. */
    readonly oldMailIsOff?: boolean;
  },
): Promise<SwitchOnAnswer> {
  const { shopId, tactic } = about;
  const at = ports.clock.now();
  const shop = await loadShop(ports.db.read, shopId);
  if (!shop) throw new Error(`No shop ${shopId}`);
  const todayOn = localDay(at, shop.timeZone);
  const status = await tacticStatus(ports.db.read, shopId, tactic);
  const review = await runningReview(ports.db.read, shopId, tactic);

  if (status.pausedBecause?.reason === 'review-overdue' && review)
    return { ok: false, reason: 'decide-first' };
  const draft = about.note ?? (status.note && noteToDraft(status.note));
  if (!draft) return { ok: false, reason: 'no-note' };
  const checked = checkNote(tactic, draft, todayOn, review?.dueOn);
  if (!checked.ok) return { ok: false, reason: 'note-incomplete', problems: checked.problems };
  if (TACTICS[tactic].sendsMail && !mayMail(shop)) return { ok: false, reason: 'legal-details-missing' };

  if (TACTICS[tactic].replacesMail && status.state === 'off' && !about.oldMailIsOff)
    return { ok: false, reason: 'old-mail-first' };

  await ports.db.write(async (tx) => {
    const kept = status.note && sameNote(status.note, checked.note) ? status.note : null;
    const note = kept ?? (await addNote(tx, shopId, tactic, checked.note, at));
    await startMissingLayers(tx, shopId, tactic, at);
    await saveTacticState(tx, shopId, tactic, { state: 'on', noteId: note.id, at });
    await beginReview(tx, { shopId, tactic, noteId: note.id, dueOn: checked.note.reviewOn, todayOn });
    if (status.state === 'paused') await addChange(tx, shopId, tactic, 'resumed', at);
    else if (status.state === 'off') await addChange(tx, shopId, tactic, 'switched-on', at);
    if (status.note && !kept) {
      const changed = noteDifference(status.note, checked.note);
      await addChange(tx, shopId, tactic, 'note-changed', at, changed);
    }
  });
  return { ok: true };
}

async function startMissingLayers(tx: Tx, shopId: number, tactic: TacticName, at: Date): Promise<void> {
  const wanted = [
    { name: 'holdout', shareBp: STANDING_HOLDOUT_BP },
    { name: tactic, shareBp: TACTIC_CONTROL_BP },
  ] as const;
  for (const { name, shareBp } of wanted) {
    const running = await currentLayer(tx, shopId, name);
    if (!running) await startLayer(tx, { shopId, name, shareBp, at });
  }
}
