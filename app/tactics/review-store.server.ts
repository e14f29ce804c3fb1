import { z } from 'zod';
import { day, instant, int, json, oneOf, orNull, statement, text } from '../db/statement';
import { currentLayer } from '../holdout/layer-store.server';
import type { Sql, Tx } from '../ports';
import { medianCycleDays } from '../refills/forecasts/cycle-store.server';
import { DECISIONS, planReview, type Decision, type ReviewDays } from './review';
import type { TacticName } from './tactic';

/** Conversions by arm, as they were when the review was locked. */
const labels = z.object({ treated: z.number().int().min(0), control: z.number().int().min(0) });
export type LockedLabels = z.infer<typeof labels>;

export interface StoredReview extends ReviewDays {
  readonly id: number;
  readonly tactic: string;
  readonly noteId: number;
  readonly layerId: number;
  /** First conversions of the period as they came; null until `dueOn`. */
  readonly open: LockedLabels | null;
  /** The same people's once their windows have closed; null until `closedDueOn`. */
  readonly closed: LockedLabels | null;
  readonly decision: Decision | null;
  readonly why: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

const COLUMNS =
  '"id", "tactic", "noteId", "layerId", "startedOn", "dueOn", "closedDueOn", "openLabels" AS "open", "closedLabels" AS "closed", "decision", "why", "decidedBy", "decidedAt"';
const REVIEW = {
  ...{ id: int, tactic: text, noteId: int, layerId: int, startedOn: day, dueOn: day, closedDueOn: day },
  ...{ open: orNull(json(labels)), closed: orNull(json(labels)) },
  ...{ decision: orNull(oneOf(DECISIONS)), why: orNull(text), decidedBy: orNull(text) },
  decidedAt: orNull(instant),
};
const NEWEST = statement(
  `SELECT ${COLUMNS} FROM "Review" WHERE "shopId" = :shopId AND "tactic" = :tactic AND "layerId" = :layerId
  ORDER BY "id" DESC LIMIT 1`,
  REVIEW,
);
const OF_SHOP = statement(
  `SELECT ${COLUMNS} FROM "Review" WHERE "shopId" = :shopId ORDER BY "id" DESC`,
  REVIEW,
);

/** The newest review of a tactic in one version of its draw, decided or not. */
export async function newestReview(
  db: Sql,
  shopId: number,
  tactic: TacticName,
  layerId: number,
): Promise<StoredReview | null> {
  return db.first(NEWEST, { shopId, tactic, layerId });
}

/** The review that is under way in the running version of a tactic's draw; null when none is, or it was decided. */
export async function runningReview(
  db: Sql,
  shopId: number,
  tactic: TacticName,
): Promise<StoredReview | null> {
  const layer = await currentLayer(db, shopId, tactic);
  const newest = layer && (await newestReview(db, shopId, tactic, layer.id));
  return newest?.decidedAt ? null : newest;
}

/** Every review of a shop, newest first. */
export async function listReviews(db: Sql, shopId: number): Promise<readonly StoredReview[]> {
  return db.all(OF_SHOP, { shopId });
}

/**
 * Begins the review that a note announces, in the transaction that makes it run. One that is under way in the same version
 * of the draw goes on; a decided one is followed by the next.
 * @param dueOn local day of the note's review
 */
export async function beginReview(
  tx: Tx,
  about: {
    readonly shopId: number;
    readonly tactic: TacticName;
    readonly noteId: number;
    readonly dueOn: number;
    readonly todayOn: number;
  },
): Promise<void> {
  const { shopId, tactic, noteId, dueOn, todayOn } = about;
  const layer = await currentLayer(tx, shopId, tactic);
  if (!layer) throw new Error(`The tactic ${tactic} has no draw: it was never switched on.`);
  const newest = await newestReview(tx, shopId, tactic, layer.id);
  if (newest && !newest.decidedAt) return;
  const days = planReview(tactic, {
    startedOn: todayOn,
    dueOn,
    medianWaitDays: await medianCycleDays(tx, shopId),
  });
  await tx.prisma.review.create({ data: { shopId, tactic, noteId, layerId: layer.id, ...days } });
}

/** Keeps counts for good: a review that holds them already is left as it is. */
export async function lockLabels(
  tx: Tx,
  shopId: number,
  reviewId: number,
  which: 'open' | 'closed',
  { treated, control }: LockedLabels,
  at: Date,
): Promise<void> {
  const counts = { treated, control };
  // The column of the instant says whether it is locked: a JSON null is awkward to ask for.
  if (which === 'open')
    await tx.prisma.review.updateMany({
      where: { id: reviewId, shopId, openAt: null },
      data: { openLabels: counts, openAt: at },
    });
  else
    await tx.prisma.review.updateMany({
      where: { id: reviewId, shopId, closedAt: null },
      data: { closedLabels: counts, closedAt: at },
    });
}

/** @returns false when it was decided already: the first word stays. */
export async function saveDecision(
  tx: Tx,
  shopId: number,
  reviewId: number,
  decided: {
    readonly decision: Decision;
    readonly why: string;
    readonly decidedBy: string;
    readonly decidedAt: Date;
  },
): Promise<boolean> {
  const { count } = await tx.prisma.review.updateMany({
    where: { id: reviewId, shopId, decidedAt: null },
    data: decided,
  });
  return count === 1;
}
