import { z } from 'zod';
import { houseJob, shopJob, type JobsOf } from '../jobs/job-definition';

export const FOLLOW_UP_JOBS = {
  'follow-ups.plan': houseJob(),
  'follow-ups.decide': houseJob(),
  'follow-ups.sweep': houseJob(),
  /** The code goes at Shopify even when the row that knew it is gone. */
  'follow-ups.remove-discount': shopJob({ payload: z.object({ code: z.string() }) }),
} satisfies JobsOf<'follow-ups'>;
