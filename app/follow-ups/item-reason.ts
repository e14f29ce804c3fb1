import { z } from 'zod';

/** Why an item of the feed stands in a letter, as much of it as its words need. */
export const REASON_SCHEMA = z.discriminatedUnion('kind', [
  /** `title`: of what the shopper owns; null when it may not be named. */
  z.object({ kind: z.literal('bought-together'), title: z.string().nullable() }),
  z.object({ kind: z.literal('same-category'), category: z.string() }),
  z.object({ kind: z.literal('top-seller'), since: z.enum(['lately', 'ever']) }),
  z.object({ kind: z.literal('rising') }),
  z.object({ kind: z.literal('editorial') }),
  z.object({ kind: z.literal('newest') }),
]);

export type LetterReason = z.infer<typeof REASON_SCHEMA>;
