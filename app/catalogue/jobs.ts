import { z } from 'zod';
import { shopJob, type JobsOf } from '../jobs/job-definition';

const productId = z
  .string()
  .regex(/^\d{1,19}$/)
  .transform(BigInt);

export const CATALOGUE_JOBS = {
  'catalogue.refresh-products': shopJob({ payload: z.object({ productIds: z.array(productId) }) }),
} satisfies JobsOf<'catalogue'>;
