import { shopJob, type JobsOf } from '../jobs/job-definition';

export const RECOMMEND_JOBS = {
  'recommend.learn': shopJob(),
} satisfies JobsOf<'recommend'>;
