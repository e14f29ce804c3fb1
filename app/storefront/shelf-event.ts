import { z } from 'zod';
import { isRandomId } from '../shoppers/shopper-key';

const randomId = z.string().refine(isRandomId);

const event = z
  .object({
    visitor: z.union([z.literal(''), randomId]),
    view: randomId,
    type: z.enum(['seen', 'added', 'dismissed']),
    productId: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional(),
  })
  .refine((said) => said.type !== 'added' || said.productId !== undefined);

/** What a browser says that a shopper did with a shelf. */
export type ShelfEvent = z.infer<typeof event>;

/** The event in a request's body, or null when it is none. */
export function readShelfEvent(body: string): ShelfEvent | null {
  try {
    return event.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}
