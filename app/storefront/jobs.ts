import { shopJob, type JobsOf } from '../jobs/job-definition';

export const STOREFRONT_JOBS = {
  'storefront.publish-top-sellers': shopJob(),
} satisfies JobsOf<'storefront'>;
