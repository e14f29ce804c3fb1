import { z } from 'zod';
import { houseJob, orderIdsPayload, shopJob, type JobsOf } from '../jobs/job-definition';

export const RESULT_JOBS = {
  /**
   * With `orderIds` or `keyIds` for the persons behind them, with `rebuild` for everybody, otherwise for whoever was exposed
   * since the last run. All of it is one kind of job, so that no two of them count in the same shop at a time.
   */
  'results.collect': shopJob({
    payload: z.object({
      orderIds: orderIdsPayload.shape.orderIds.optional(),
      keyIds: z.array(z.number().int()).optional(),
      rebuild: z.boolean().optional(),
    }),
  }),
  'results.collect-all': houseJob(),
  'results.keep-page': shopJob(),
  'results.keep-pages': houseJob(),
  'results.watch': shopJob(),
  'results.watch-all': houseJob(),
  'results.insights': shopJob(),
  'results.insights-all': houseJob(),
} satisfies JobsOf<'results'>;
