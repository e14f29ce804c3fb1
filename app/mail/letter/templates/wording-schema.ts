import { z } from 'zod';
import { BLOCK_NAMES } from './template';

/** As words are kept; what was kept before a part existed lacks it. */
export const wordingSchema = z.object({
  subject: z.string(),
  preheader: z.string(),
  greeting: z.string(),
  intro: z.string(),
  button: z.string(),
  outro: z.string(),
  pictureUrl: z.string().default(''),
  pictureAlt: z.string().default(''),
});

export const blocksSchema = z.array(z.object({ name: z.enum(BLOCK_NAMES), isHidden: z.boolean() }));
