import { z } from 'zod';
import { parseGid } from '../shopify/gid';
import { isoToDay } from '../shops/local-day';
import { WORDINGS } from './reminder';

/** A Shopify id, as a decimal string or a global id. */
const id = z
  .string()
  .max(64)
  .transform((text, context) => {
    const parsed = parseGid(text);
    if (parsed !== null) return parsed;
    context.addIssue({ code: 'custom', message: 'is no Shopify id' });
    return z.NEVER;
  });

const checkoutToken = z.string().regex(/^[\w+/=:.-]{8,200}$/);

/** Sent along by the extension and believed in nothing: the order is found by its checkout. */
const orderId = z.string().max(64).nullish();

const day = z.string().transform((text, context) => {
  const parsed = isoToDay(text);
  if (parsed !== null) return parsed;
  context.addIssue({ code: 'custom', message: 'is no day' });
  return z.NEVER;
});

/** What the customer privacy API allows; what is not said is not allowed. */
const consent = z
  .object({ preferences: z.boolean().optional(), analytics: z.boolean().optional() })
  .nullish()
  .transform((given) => given?.preferences === true && given.analytics === true);

/** Shopify allows 500 lines in a cart. */
export const offerBody = z.object({
  checkoutToken,
  orderId,
  consent,
  /** The browser id in the cart, as the extensions that are installed call it. */
  visitor: z.string().max(64).nullish(),
  lines: z
    .array(z.object({ productId: id, variantId: id, quantity: z.number().int().min(1).max(1_000_000) }))
    .max(500),
  locale: z.string().max(35).optional(),
});

export const acceptBody = z.object({
  checkoutToken,
  orderId,
  consent,
  productId: id,
  variantId: id,
  remindOn: day,
  wording: z.enum(WORDINGS),
});

export const stopBody = z.object({ checkoutToken, productId: id });
