import type { Reader } from '../ports';
import { rebuildPlace } from './rebuild-place';

export interface RebuildProgress {
  /** Shoppers forecast so far, of how many; null while the purchases are still being read. */
  readonly done: number;
  readonly total: number | null;
}

/** How far the rebuild of a shop's forecasts has come; null when none is asked for or running. */
export async function loadRebuildProgress(db: Reader, shopId: number): Promise<RebuildProgress | null> {
  const jobs = await db.job.findMany({
    where: { kind: 'refills.rebuild', shopId, state: { in: ['waiting', 'running'] } },
    select: { payload: true },
    orderBy: { id: 'asc' },
    take: 1,
  });
  const [job] = jobs;
  if (!job) return null;
  const place = rebuildPlace.safeParse(job.payload);
  return place.success ? { done: place.data.done, total: place.data.total } : { done: 0, total: null };
}
