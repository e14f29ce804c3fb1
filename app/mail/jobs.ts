import { houseJob, shopJob, type JobsOf } from '../jobs/job-definition';

export const MAIL_JOBS = {
  'mail.plan': houseJob(),
  'mail.deliver': houseJob(),
  'mail.read-returns': houseJob(),
  'mail.write-consent': shopJob(),
} satisfies JobsOf<'mail'>;
