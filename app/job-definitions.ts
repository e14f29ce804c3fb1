/** Every job of Larder under its id, collected from the rooms. What runs each: job-register.server.ts. */
import { CATALOGUE_JOBS } from './catalogue/jobs';
import { CONSUMABLE_JOBS } from './consumables/jobs';
import { FOLLOW_UP_JOBS } from './follow-ups/jobs';
import { QUEUE_JOBS } from './jobs/jobs';
import { MAIL_JOBS } from './mail/jobs';
import { ORDER_JOBS } from './orders/jobs';
import { PRIVACY_JOBS } from './privacy/jobs';
import { RECOMMEND_JOBS } from './recommend/jobs';
import { REFILL_JOBS } from './refills/jobs';
import { REMINDER_JOBS } from './reminders/jobs';
import { RESULT_JOBS } from './results/jobs';
import { SHOPPER_JOBS } from './shoppers/jobs';
import { SHOP_JOBS } from './shops/jobs';
import { STOREFRONT_JOBS } from './storefront/jobs';

export const JOBS = {
  ...SHOP_JOBS,
  ...CATALOGUE_JOBS,
  ...ORDER_JOBS,
  ...SHOPPER_JOBS,
  ...CONSUMABLE_JOBS,
  ...REFILL_JOBS,
  ...RECOMMEND_JOBS,
  ...STOREFRONT_JOBS,
  ...MAIL_JOBS,
  ...REMINDER_JOBS,
  ...FOLLOW_UP_JOBS,
  ...RESULT_JOBS,
  ...PRIVACY_JOBS,
  ...QUEUE_JOBS,
};
