import { z } from 'zod';
import { shopJob, type JobsOf } from '../jobs/job-definition';

export const SHOP_JOBS = {
  'shops.read-settings': shopJob(),
  /** The shop has left: follow-leaving.server.ts. */
  'shops.leave': shopJob({
    payload: z.object({ leftAt: z.iso.datetime().transform((text) => new Date(text)) }),
    excludes: 'whole-shop',
    isOwed: true,
  }),
} satisfies JobsOf<'shops'>;
