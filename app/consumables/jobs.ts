import { houseJob, shopJob, type JobsOf } from '../jobs/job-definition';

export const CONSUMABLE_JOBS = {
  'consumables.rebuild': shopJob(),
  /** Each step of the night asks for the next: verdicts, forecasts, top sellers. */
  'consumables.rebuild-all': houseJob(),
} satisfies JobsOf<'consumables'>;
