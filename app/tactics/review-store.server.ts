import type { Review } from '@prisma/client';
import { z } from 'zod';
import { currentLayer } from '../holdout/layer-store.server';
import type { Reader, Tx } from '../ports';
import { medianCycleDays } from '../refills/forecasts/cycle-store.server';
import { planReview, type Decision, type ReviewDays } from './review';
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

function toReview(row: Review): StoredReview {
  const { openLabels, closedLabels, decision, openAt: _, closedAt: __, shopId: ___, ...rest } = row;
  return {
    ...rest,
    open: labels.nullable().parse(openLabels),
    closed: labels.nullable().parse(closedLabels),
    decision: decision as Decision | null,
  };
}

/** The newest review of a tactic in one version of its draw, decided or not. */
export async function newestReview(
  reader: Reader | Tx,
  shopId: number,
  tactic: TacticName,
  layerId: number,
): Promise<StoredReview | null> {
  const [row] = await reader.$queryRaw<Review[]>`
    SELECT * FROM "Review" WHERE "shopId" = ${shopId} AND "tactic" = ${tactic} AND "layerId" = ${layerId}
    ORDER BY "id" DESC LIMIT 1`;
  return row ? toReview(row) : null;
}

/** The review that is under way in the running version of a tactic's draw; null when none is, or it was decided. */
export async function runningReview(
  reader: Reader | Tx,
  shopId: number,
  tactic: TacticName,
): Promise<StoredReview | null> {
  const layer = await currentLayer(reader, shopId, tactic);
  const newest = layer && (await newestReview(reader, shopId, tactic, layer.id));
  return newest?.decidedAt ? null : newest;
}

/** Every review of a shop, newest first. */
export async function listReviews(reader: Reader, shopId: number): Promise<readonly StoredReview[]> {
  return (await reader.review.findMany({ where: { shopId }, orderBy: { id: 'desc' } })).map(toReview);
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
  await tx.review.create({ data: { shopId, tactic, noteId, layerId: layer.id, ...days } });
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
    await tx.review.updateMany({
      where: { id: reviewId, shopId, openAt: null },
      data: { openLabels: counts, openAt: at },
    });
  else
    await tx.review.updateMany({
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
  const { count } = await tx.review.updateMany({
    where: { id: reviewId, shopId, decidedAt: null },
    data: decided,
  });
  return count === 1;
}
