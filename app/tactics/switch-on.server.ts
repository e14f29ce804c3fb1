import { STANDING_HOLDOUT_BP, TACTIC_CONTROL_BP } from '../holdout/layer';
import { currentLayer, startLayer } from '../holdout/layer-store.server';
import type { Ports, Tx } from '../ports';
import { localDay } from '../shops/local-day';
import { loadShop } from '../shops/shop-store.server';
import { checkNote, noteToDraft, sameNote, type NoteDraft, type NoteProblems } from './decision-note';
import { mayMail } from './may-mail';
import { TACTICS, type TacticName } from './tactic';
import { addChange, addNote, saveTacticState, tacticStatus } from './tactic-store.server';

export type SwitchOnAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'no-note' }
  | { readonly ok: false; readonly reason: 'note-incomplete'; readonly problems: NoteProblems }
  | { readonly ok: false; readonly reason: 'legal-details-missing' };

/**
 * Lets a tactic act. Without a complete decision note (a new one, or the one it had) it stays off; so does one that sends
 * mail in a shop without legal name and postal address. Its control group, and with the first tactic ever the standing
 * holdout, start in the same transaction.
 */
export async function switchOn(
  ports: Pick<Ports, 'db' | 'clock'>,
  about: { shopId: number; tactic: TacticName; note?: Partial<NoteDraft> },
): Promise<SwitchOnAnswer> {
  const { shopId, tactic } = about;
  const at = ports.clock.now();
  const shop = await loadShop(ports.db.read, shopId);
  if (!shop) throw new Error(`No shop ${shopId}`);
  const status = await tacticStatus(ports.db.read, shopId, tactic);

  const draft = about.note ?? (status.note && noteToDraft(status.note));
  if (!draft) return { ok: false, reason: 'no-note' };
  const checked = checkNote(tactic, draft, localDay(at, shop.timeZone));
  if (!checked.ok) return { ok: false, reason: 'note-incomplete', problems: checked.problems };
  if (TACTICS[tactic].sendsMail && !mayMail(shop)) return { ok: false, reason: 'legal-details-missing' };

  await ports.db.write(async (tx) => {
    const kept = status.note && sameNote(status.note, checked.note) ? status.note : null;
    const note = kept ?? (await addNote(tx, shopId, tactic, checked.note, at));
    await startMissingLayers(tx, shopId, tactic, at);
    await saveTacticState(tx, shopId, tactic, { state: 'on', noteId: note.id, at });
    if (status.state !== 'on') await addChange(tx, shopId, tactic, 'switched-on', at);
    else if (!kept) await addChange(tx, shopId, tactic, 'note-changed', at);
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
