import { houseJob, type JobsOf } from './job-definition';

export const QUEUE_JOBS = {
  'jobs.forget-failed': houseJob(),
} satisfies JobsOf<'jobs'>;
