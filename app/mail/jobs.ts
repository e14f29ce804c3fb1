import { houseJob, type JobsOf } from '../jobs/job-definition';

export const MAIL_JOBS = {
  'mail.plan': houseJob(),
  'mail.deliver': houseJob(),
} satisfies JobsOf<'mail'>;
