import { currentLayer } from '../../holdout/layer-store.server';
import type { Ports } from '../../ports';
import { localDay } from '../../shops/local-day';
import { loadShop } from '../../shops/shop-store.server';
import { REVIEW_AFTER_DAYS } from '../../tactics/decision-note';
import { harmLimits } from '../../tactics/harm-limits';
import { pauseTactic } from '../../tactics/pause-tactic.server';
import { beginReview, lockLabels, newestReview, type StoredReview } from '../../tactics/review-store.server';
import {
  lastResumedAt,
  tacticStates,
  type StoredNote,
  type TacticStatus,
} from '../../tactics/tactic-store.server';
import type { SumMetric } from '../counting/daily-sum';
import { afresh, decideWatch, type HarmCount } from './decide-watch';
import { personsUpTo } from './watch-store.server';

interface Watch {
  readonly shopId: number;
  readonly timeZone: string;
  readonly todayOn: number;
  readonly status: TacticStatus;
  readonly note: StoredNote;
  readonly layerId: number;
}

/** Job `results.watch`: locks reviews at their days, and pauses what does harm or was left without a decision. */
export async function watchTactics(ports: Ports, job: { readonly shopId: number }): Promise<void> {
  const shop = await loadShop(ports.db.read, job.shopId);
  if (!shop || shop.uninstalledAt) return;
  const todayOn = localDay(ports.clock.now(), shop.timeZone);
  for (const status of await tacticStates(ports.db.read, shop.id)) {
    const layer = await currentLayer(ports.db.read, shop.id, status.name);
    if (status.state !== 'on' || !status.note || !layer) continue;
    const { id: shopId, timeZone } = shop;
    await watchOne(ports, { shopId, timeZone, todayOn, status, note: status.note, layerId: layer.id });
  }
}

async function watchOne(ports: Ports, watch: Watch): Promise<void> {
  const { shopId, todayOn, status, note, layerId } = watch;
  const tactic = status.name;
  const review = await newestReview(ports.db.read, shopId, tactic, layerId);
  // A new version of the draw has begun: what was counted under the old one says nothing about it.
  if (!review) {
    const dueOn = Math.max(note.reviewOn, todayOn + REVIEW_AFTER_DAYS);
    await ports.db.write((tx) => beginReview(tx, { shopId, tactic, noteId: note.id, dueOn, todayOn }));
  }
  const harms = await countHarms(ports, watch);
  const { tolerance, fallsBack } = note;
  const watched = review && {
    ...review,
    isOpenLocked: review.open !== null,
    isClosedLocked: review.closed !== null,
  };

  const actions = decideWatch({ tactic, tolerance, fallsBack, review: watched, harms }, todayOn);

  if (review && actions.lockOpen) await lock(ports, watch, review, 'open');
  if (review && actions.lockClosed) await lock(ports, watch, review, 'closed');
  if (actions.pause) await pauseTactic(ports, { shopId, tactic, because: actions.pause });
}

/**
 * Whole days before the review's day, whenever the job runs: the counts do not hang on the hour. A window counts as closed
 * on the first whole day after it.
 */
async function lock(
  ports: Ports,
  { shopId, status, layerId }: Watch,
  review: StoredReview,
  which: 'open' | 'closed',
): Promise<void> {
  const [metric, lastOn] =
    which === 'open'
      ? (['converted', review.dueOn - 1] as const)
      : (['closed-converted', review.closedDueOn] as const);
  const counts = await personsUpTo(ports.db.read, { shopId, tactic: status.name, layerId, metric, lastOn });
  await ports.db.write((tx) => lockLabels(tx, shopId, review.id, which, counts, ports.clock.now()));
}

/** Objections of those whom the tactic acted upon; the other arms had nothing to object to. */
async function countHarms(ports: Ports, watch: Watch): Promise<readonly HarmCount[]> {
  const { shopId, status, note, layerId, todayOn } = watch;
  const tactic = status.name;
  const resumedAt = await lastResumedAt(ports.db.read, shopId, tactic);
  const resumedOn = resumedAt && localDay(resumedAt, watch.timeZone);
  const treated = async (metric: SumMetric, lastOn: number) =>
    (await personsUpTo(ports.db.read, { shopId, tactic, layerId, metric, lastOn })).treated;
  return Promise.all(
    harmLimits(tactic, note.tolerance).map(async ({ kind, among }) => {
      const count = { kind, hits: await treated(kind, todayOn), persons: await treated(among, todayOn) };
      return resumedOn === null ? count : afresh(count, await treated(kind, resumedOn));
    }),
  );
}
