import { z } from 'zod';
import { LANGUAGES } from '../../mail/letter/locale';
import { blocksSchema, wordingSchema } from '../../mail/letter/templates/wording-schema';
import { LETTER_PARTS } from '../../mail/letter/version-ref';

/** A field that holds JSON of a form. */
const jsonOf = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((typed, context): unknown => {
      try {
        return JSON.parse(typed);
      } catch {
        context.addIssue({ code: 'custom', message: 'Is no JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);

const shown = {
  language: z.enum(LANGUAGES),
  words: jsonOf(wordingSchema),
  blocks: jsonOf(blocksSchema),
  sample: z.enum(['products', 'reminder']),
};

/** What the page of a letter sends. */
export const letterForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('save'),
    changes: jsonOf(
      z.object({
        words: z.partialRecord(z.enum(LANGUAGES), wordingSchema),
        blocks: blocksSchema.optional(),
      }),
    ),
  }),
  z.object({
    intent: z.literal('restore'),
    versions: jsonOf(
      z
        .array(z.object({ part: z.enum(LETTER_PARTS), version: z.int().min(0).max(1e6) }))
        .min(1)
        .max(LETTER_PARTS.length),
    ),
  }),
  z.object({ intent: z.literal('preview'), ...shown }),
  z.object({ intent: z.literal('send-test'), to: z.string(), ...shown }),
]);

export type LetterForm = z.output<typeof letterForm>;
