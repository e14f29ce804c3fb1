import { orderIdsPayload, shopJob, type JobsOf } from '../jobs/job-definition';

export const SHOPPER_JOBS = {
  /** Orders of the past were read: follow-orders.server.ts. */
  'shoppers.learn': shopJob({ payload: orderIdsPayload }),
} satisfies JobsOf<'shoppers'>;
