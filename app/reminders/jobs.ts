import { houseJob, orderIdsPayload, shopJob, type JobsOf } from '../jobs/job-definition';

export const REMINDER_JOBS = {
  'reminders.activate': shopJob({ payload: orderIdsPayload }),
  'reminders.sweep-offers': houseJob(),
} satisfies JobsOf<'reminders'>;
