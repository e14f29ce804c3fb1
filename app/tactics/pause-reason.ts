import { z } from 'zod';

const reason = z.discriminatedUnion('reason', [
  z.object({
    reason: z.literal('harm'),
    kind: z.enum(['dismissed', 'unsubscribed', 'complained']),
    hits: z.number(),
    persons: z.number(),
    tolerance: z.number(),
  }),
  z.object({ reason: z.literal('review-overdue'), dueOn: z.number() }),
]);

/** Why Larder itself stopped a tactic, with the counts it rests on. */
export type PauseReason = z.infer<typeof reason>;

/** @returns null for what cannot be read: the row may be older than the code */
export function readPauseReason(stored: unknown): PauseReason | null {
  return reason.safeParse(stored).data ?? null;
}
