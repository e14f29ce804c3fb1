import { z } from 'zod';
import { VERDICT_LEVELS } from './judge-product';

const evidence = z.object({
  reasons: z.array(z.string()).catch([]),
  kind: z.string().catch('unknown kind'),
  /** Where the kind was read; null when it is not known, or not kept by an older version. */
  kindFrom: z.enum(['category', 'type', 'title', 'tags']).nullable().catch(null),
  /** What was read there, as the shop wrote it; empty for a title, and in rows of an older version. */
  kindWords: z.string().catch(''),
  /** What it has in common with other products of the shop; null without any, and in rows of an older version. */
  relatives: z
    .object({ by: z.enum(['category', 'type']), name: z.string() })
    .nullable()
    .catch(null),
  buyers: z.number().catch(0),
  repeatBuyers: z.number().catch(0),
  /** What the verdict mostly rests on; null in rows of an older version. */
  level: z.enum(VERDICT_LEVELS).nullable().catch(null),
  /** Times it would have been bought again if it were a thing to keep; null when not worked out. */
  expectedIfKept: z.number().nullable().catch(null),
  /** Days that its kind, and its pack if `isSized`, suggest before anybody came back. */
  start: z.object({ days: z.number(), isSized: z.boolean() }).nullable().catch(null),
});

const NOTHING = {
  ...{ reasons: [], kind: 'unknown kind', kindFrom: null, kindWords: '', buyers: 0, repeatBuyers: 0 },
  ...{ relatives: null, level: null, expectedIfKept: null, start: null },
};

/** What a verdict rests on, as it was kept with it. */
export type VerdictEvidence = Readonly<z.infer<typeof evidence>>;

/** Rows may be older than the code: what they lack is empty. */
export function verdictEvidence(kept: unknown): VerdictEvidence {
  return evidence.catch(NOTHING).parse(kept);
}
