import { z } from 'zod';

/** How far a rebuild has come. Kept with its job, so that it goes on after a crash instead of starting over. */
export const rebuildPlace = z.object({
  phase: z.enum(['learn', 'account', 'browser', 'sweep']),
  /** The last buyer that is done, or the last key that is swept; empty at the beginning of a phase. */
  after: z.string(),
  /** Larder's clock: whatever is older at the end belongs to nobody any more. */
  startedAt: z.number(),
  /** Buyers forecast so far, of how many; null before they are counted. */
  done: z.number(),
  total: z.number().nullable(),
});

export type RebuildPlace = z.infer<typeof rebuildPlace>;

export function placeAtStart(now: Date): RebuildPlace {
  return { phase: 'learn', after: '', startedAt: now.getTime(), done: 0, total: null };
}
