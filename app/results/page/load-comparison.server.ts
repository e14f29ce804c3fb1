import type { Ports } from '../../ports';
import { localDay } from '../../shops/local-day';
import type { Shop } from '../../shops/shop';
import type { StoredReview } from '../../tactics/review-store.server';
import { buildComparison } from './build-comparison';
import { lastClosedOn, reviewsSoFar } from './build-review';
import type { DrawVersion, ReviewFacts, Traffic } from './comparison-input';
import type { OutcomeOf } from '../counting/outcomes';
import { exposedByVersion, layerVersions, versionSums, type LayerVersion } from './result-sum-store.server';
import type { ComparisonView } from './results-view';

/** One comparison of a day: its versions, the sums of the one that is shown, and its reviews. */
export async function loadComparison(
  ports: Pick<Ports, 'db'>,
  shop: Pick<Shop, 'id' | 'timeZone'>,
  of: OutcomeOf,
  about: {
    readonly onDay: number;
    readonly todayOn: number;
    /** Number of the version to show; null for the newest of that day. */
    readonly version: number | null;
    readonly reviews: readonly StoredReview[];
    readonly tolerance: number;
    readonly windowDays: number;
    readonly traffic: Traffic;
    readonly hearsComplaints: boolean;
  },
): Promise<ComparisonView> {
  const { onDay, todayOn, tolerance, windowDays, traffic, hearsComplaints } = about;
  const reader = ports.db.read;
  const [layers, exposed] = await Promise.all([
    layerVersions(reader, shop.id, of === 'larder' ? 'holdout' : of),
    exposedByVersion(reader, shop.id, of, onDay),
  ]);
  const versions = layers
    .map((layer) => drawVersion(layer, shop.timeZone, onDay))
    .filter((drawn) => drawn.startedOn <= onDay);
  const version = versions.find((drawn) => drawn.version === about.version) ?? versions.at(-1) ?? null;
  const facts = about.reviews.map((review) => reviewFacts(review, shop.timeZone));
  const reviews = version && reviewsSoFar(facts, version.layerId, onDay);
  const reviewedOn = reviews?.locked?.closed ? lastClosedOn(reviews.locked) : null;
  const older = versions.filter((drawn) => version !== null && drawn.version < version.version);
  return buildComparison({
    of,
    onDay,
    todayOn,
    version,
    versions,
    sums: version
      ? await versionSums(reader, { shopId: shop.id, of, layerId: version.layerId, onDay, reviewedOn })
      : [],
    olderExposed: older.reduce((sum, drawn) => sum + (exposed.get(drawn.layerId) ?? 0), 0),
    reviews,
    tolerance,
    windowDays,
    traffic,
    hearsComplaints,
  });
}

function drawVersion(layer: LayerVersion, timeZone: string, onDay: number): DrawVersion {
  const endedOn = layer.endedAt && localDay(layer.endedAt, timeZone);
  return {
    layerId: layer.id,
    version: layer.version,
    shareBp: layer.shareBp,
    startedAt: layer.startedAt.getTime(),
    startedOn: localDay(layer.startedAt, timeZone),
    endedOn: endedOn !== null && endedOn <= onDay ? endedOn : null,
    limit: layer.revenueCapMinor,
    limitFixedAt: layer.capFixedAt?.getTime() ?? null,
  };
}

function reviewFacts(review: StoredReview, timeZone: string): ReviewFacts {
  const { layerId, startedOn, dueOn, closedDueOn, open, closed, decision, why, decidedAt } = review;
  const decidedOn = decidedAt && localDay(decidedAt, timeZone);
  return { layerId, startedOn, dueOn, closedDueOn, open, closed, decision, why, decidedOn };
}
