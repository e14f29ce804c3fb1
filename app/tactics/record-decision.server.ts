import type { Ports } from '../ports';
import { localDay } from '../shops/local-day';
import { loadShop } from '../shops/shop-store.server';
import { REVIEW_AFTER_DAYS } from './decision-note';
import { checkDecision, type Decision, type DecisionDraft } from './review';
import { beginReview, runningReview, saveDecision } from './review-store.server';
import type { TacticName } from './tactic';
import { addChange, addNote, saveTacticState, setNoteInForce, tacticStatus } from './tactic-store.server';

export type RecordDecisionAnswer =
  | { readonly ok: true; readonly decision: Decision }
  | { readonly ok: false; readonly reason: 'no-review' }
  | {
      readonly ok: false;
      readonly reason: 'incomplete';
      readonly problems: Readonly<Partial<Record<keyof DecisionDraft, string>>>;
    };

/**
 * Ends the review that is under way with a decision and its reason; before its day, too. `keep` begins the next review in
 * four weeks; after `change` the next one begins with the changed note; `retire` switches the tactic off. One that was
 * paused because nobody had decided goes on when it is kept.
 */
export async function recordDecision(
  ports: Pick<Ports, 'db' | 'clock'>,
  about: { readonly shopId: number; readonly tactic: TacticName; readonly draft: DecisionDraft },
): Promise<RecordDecisionAnswer> {
  const { shopId, tactic, draft } = about;
  const at = ports.clock.now();
  const shop = await loadShop(ports.db.read, shopId);
  if (!shop) throw new Error(`No shop ${shopId}`);
  const [status, review] = await Promise.all([
    tacticStatus(ports.db.read, shopId, tactic),
    runningReview(ports.db.read, shopId, tactic),
  ]);

  const checked = checkDecision(draft);
  if (!checked.ok) return { ok: false, reason: 'incomplete', problems: checked.problems };
  if (!review || !status.note) return { ok: false, reason: 'no-review' };
  const { decision, why, decidedBy } = checked;
  const { note } = status;
  const todayOn = localDay(at, shop.timeZone);
  const wasWaitedFor = status.pausedBecause?.reason === 'review-overdue';

  return ports.db.write(async (tx) => {
    if (!(await saveDecision(tx, shopId, review.id, { decision, why, decidedBy, decidedAt: at })))
      return { ok: false, reason: 'no-review' };
    await addChange(tx, shopId, tactic, 'review-decided', at, { decision, why, decidedBy });
    if (decision === 'keep') {
      const next = await addNote(tx, shopId, tactic, { ...note, reviewOn: todayOn + REVIEW_AFTER_DAYS }, at);
      await setNoteInForce(tx, shopId, tactic, next.id);
      const dueOn = todayOn + REVIEW_AFTER_DAYS;
      await beginReview(tx, { shopId, tactic, noteId: next.id, dueOn, todayOn });
      if (wasWaitedFor) {
        await saveTacticState(tx, shopId, tactic, { state: 'on', noteId: next.id, at });
        await addChange(tx, shopId, tactic, 'resumed', at);
      }
    }
    if (decision === 'retire' && status.state !== 'off') {
      await saveTacticState(tx, shopId, tactic, { state: 'off', at });
      await addChange(tx, shopId, tactic, 'switched-off', at);
    }
    return { ok: true, decision };
  });
}
