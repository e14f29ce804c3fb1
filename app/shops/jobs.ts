import { shopJob, type JobsOf } from '../jobs/job-definition';

export const SHOP_JOBS = {
  'shops.read-settings': shopJob(),
} satisfies JobsOf<'shops'>;
