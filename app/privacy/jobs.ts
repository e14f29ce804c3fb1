import { z } from 'zod';
import { shopJob, type JobsOf } from '../jobs/job-definition';
import { parseId } from '../shopify/gid';

const id = z.string().transform((text) => parseId(text));

/** Erasures run alone in their shop and are owed. */
const erasure = { excludes: 'whole-shop', isOwed: true } as const;

export const PRIVACY_JOBS = {
  'privacy.erase-customer': shopJob({
    ...erasure,
    payload: z.object({
      customerId: id.nullable(),
      emailHash: z.string().nullable(),
      phoneHash: z.string().nullable().default(null),
      orderIds: z
        .array(id)
        .readonly()
        .transform((ids) => ids.filter((customerId) => customerId !== null)),
    }),
  }),
  'privacy.erase-shop': shopJob({
    ...erasure,
    payload: z.object({ isSweep: z.boolean().optional() }),
  }),
  'privacy.overwrite-erased': shopJob(erasure),
} satisfies JobsOf<'privacy'>;
