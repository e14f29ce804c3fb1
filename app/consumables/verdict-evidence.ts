import { z } from 'zod';

const evidence = z.object({
  reasons: z.array(z.string()).catch([]),
  kind: z.string().catch('unknown kind'),
  buyers: z.number().catch(0),
  repeatBuyers: z.number().catch(0),
});

/** What a verdict rests on, as it was kept with it. */
export type VerdictEvidence = Readonly<z.infer<typeof evidence>>;

/** Rows may be older than the code: what they lack is empty. */
export function verdictEvidence(kept: unknown): VerdictEvidence {
  return evidence.catch({ reasons: [], kind: 'unknown kind', buyers: 0, repeatBuyers: 0 }).parse(kept);
}
