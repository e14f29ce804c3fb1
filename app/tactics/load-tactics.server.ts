import type { Ports } from '../ports';
import { dayToIso, localDay } from '../shops/local-day';
import type { Shop } from '../shops/shop';
import { draftNote, noteToDraft, REVIEW_AFTER_DAYS, type NoteDraft } from './decision-note';
import { mayMail } from './may-mail';
import type { PauseReason } from './pause-reason';
import { reviewStage, type ReviewStage } from './review';
import { listReviews, runningReview, type StoredReview } from './review-store.server';
import { TACTICS, type TacticAbout, type TacticName, type TacticState } from './tactic';
import { listChanges, tacticStates, tacticStatus, type TacticStatus } from './tactic-store.server';

/** Days as `YYYY-MM-DD`. */
export interface ReviewSummary {
  readonly stage: ReviewStage;
  readonly dueOn: string;
  readonly closedDueOn: string;
}

export interface TacticSummary extends TacticAbout {
  readonly name: TacticName;
  readonly state: TacticState;
  /** The review that is under way; null before the first switch-on and once it was decided. */
  readonly review: ReviewSummary | null;
  readonly pausedBecause: PauseReason | null;
}

export interface PastReview {
  readonly id: number;
  readonly dueOn: string;
  readonly decision: string;
  readonly why: string;
  readonly decidedBy: string;
  /** ISO instant. */
  readonly decidedAt: string;
}

export interface TacticDetail extends TacticSummary {
  /** What the form starts with: the newest note, or a draft that can be accepted as it stands. */
  readonly draft: NoteDraft;
  /** 0 before the first note is kept. */
  readonly noteVersion: number;
  /** It sends mail, and the shop has not said who it is. */
  readonly needsLegalDetails: boolean;
  /** Newest first. */
  readonly pastReviews: readonly PastReview[];
  /** Newest first; instants as ISO. */
  readonly changes: readonly {
    readonly id: number;
    readonly change: string;
    readonly at: string;
    readonly detail: unknown;
  }[];
}

type ShopFacts = Pick<Shop, 'id' | 'name' | 'timeZone' | 'legalName' | 'postalAddress'>;

/** Every module with its switch. */
export async function loadTactics(
  ports: Pick<Ports, 'db' | 'clock'>,
  shop: Pick<Shop, 'id' | 'timeZone'>,
): Promise<readonly TacticSummary[]> {
  const todayOn = localDay(ports.clock.now(), shop.timeZone);
  const states = await tacticStates(ports.db.read, shop.id);
  return Promise.all(
    states.map(async (status) =>
      toSummary(status, await runningReview(ports.db.read, shop.id, status.name), todayOn),
    ),
  );
}

/** One module with its note and history. */
export async function loadTactic(
  ports: Pick<Ports, 'db' | 'clock'>,
  shop: ShopFacts,
  name: TacticName,
): Promise<TacticDetail> {
  const todayOn = localDay(ports.clock.now(), shop.timeZone);
  const [status, review, reviews, changes] = await Promise.all([
    tacticStatus(ports.db.read, shop.id, name),
    runningReview(ports.db.read, shop.id, name),
    listReviews(ports.db.read, shop.id),
    listChanges(ports.db.read, shop.id, name),
  ]);
  return {
    ...toSummary(status, review, todayOn),
    draft: startingDraft(status, review, { owner: shop.name || 'The shop', todayOn }),
    noteVersion: status.note?.version ?? 0,
    needsLegalDetails: TACTICS[name].sendsMail && !mayMail(shop),
    pastReviews: reviews.filter((past) => past.tactic === name).flatMap(toPastReview),
    changes: changes.map(({ id, change, at, detail }) => ({ id, change, at: at.toISOString(), detail })),
  };
}

/** While a review runs its day stands; a day that is over is followed by one in four weeks. */
function startingDraft(
  { name, note }: TacticStatus,
  review: StoredReview | null,
  about: { readonly owner: string; readonly todayOn: number },
): NoteDraft {
  if (!note) return draftNote(name, about);
  const later = note.reviewOn > about.todayOn ? note.reviewOn : about.todayOn + REVIEW_AFTER_DAYS;
  return noteToDraft({ ...note, reviewOn: review?.dueOn ?? later });
}

function toSummary(
  { name, state, pausedBecause }: TacticStatus,
  review: StoredReview | null,
  todayOn: number,
): TacticSummary {
  const summary = review && {
    stage: reviewStage(review, todayOn),
    dueOn: dayToIso(review.dueOn),
    closedDueOn: dayToIso(review.closedDueOn),
  };
  return { ...TACTICS[name], name, state, pausedBecause, review: summary };
}

function toPastReview({ id, dueOn, decision, why, decidedBy, decidedAt }: StoredReview): PastReview[] {
  if (!decision || !decidedAt) return [];
  const words = { why: why ?? '', decidedBy: decidedBy ?? '' };
  return [{ id, dueOn: dayToIso(dueOn), decision, ...words, decidedAt: decidedAt.toISOString() }];
}
