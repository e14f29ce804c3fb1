import { houseJob, orderIdsPayload, shopJob, type JobsOf } from '../jobs/job-definition';

export const ORDER_JOBS = {
  'orders.backfill': shopJob(),
  // An upload of orders: the word of older versions stays, since jobs of it may be waiting.
  'orders.import': shopJob(),
  'orders.sweep-imports': houseJob(),
  'orders.process-inbox': houseJob(),
  'orders.refetch': shopJob(),
  'orders.reconcile': shopJob(),
  'orders.reconcile-all': houseJob(),
  /** Orders have arrived or changed: follow-orders.server.ts. */
  'orders.arrived': shopJob({ payload: orderIdsPayload }),
} satisfies JobsOf<'orders'>;
