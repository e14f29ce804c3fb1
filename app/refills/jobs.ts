import { shopJob, type JobsOf } from '../jobs/job-definition';
import { rebuildPlace } from './forecasts/rebuild-place';

export const REFILL_JOBS = {
  /** Holds its place while it runs; a job that has none yet, or one of an older version, begins at the beginning. */
  'refills.rebuild': shopJob({ payload: rebuildPlace.optional().catch(undefined) }),
  'refills.backtest': shopJob(),
} satisfies JobsOf<'refills'>;
