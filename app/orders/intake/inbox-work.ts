import { z } from 'zod';
import { parseId } from '../../shopify/gid';

const id = z.string().transform((text, context) => {
  const parsed = parseId(text);
  if (parsed !== null) return parsed;
  context.addIssue({ code: 'custom', message: 'is no Shopify id' });
  return z.NEVER;
});

const person = {
  customerId: z.string().nullable(),
  emailHash: z.string().nullable(),
  phoneHash: z.string().nullable().default(null),
  orderIds: z.array(z.string()),
};

/** What is to be done about an inbox message. */
export type InboxWork =
  | { readonly kind: 'refetch-order'; readonly orderId: bigint }
  | { readonly kind: 'refresh-product'; readonly productId: bigint }
  | { readonly kind: 'uninstall'; readonly triggeredAt: Date | null }
  | { readonly kind: 'read-settings' }
  | { readonly kind: 'keep-for-merchant' }
  | {
      readonly kind: 'erase-customer';
      readonly person: {
        readonly customerId: string | null;
        readonly emailHash: string | null;
        readonly phoneHash: string | null;
        readonly orderIds: readonly string[];
      };
    }
  | { readonly kind: 'erase-shop' };

const order = z
  .object({ orderId: id })
  .transform(({ orderId }): InboxWork => ({ kind: 'refetch-order', orderId }));
const product = z
  .object({ productId: id })
  .transform(({ productId }): InboxWork => ({ kind: 'refresh-product', productId }));
const only = (work: InboxWork) => z.unknown().transform(() => work);

const WORK: Readonly<Record<string, z.ZodType<InboxWork>>> = {
  'orders/create': order,
  'orders/updated': order,
  'orders/cancelled': order,
  'refunds/create': order,
  'products/create': product,
  'products/update': product,
  'products/delete': product,
  'app/uninstalled': z
    .object({ triggeredAt: z.iso.datetime().optional() })
    .transform(({ triggeredAt }): InboxWork => ({
      kind: 'uninstall',
      triggeredAt: triggeredAt ? new Date(triggeredAt) : null,
    })),
  'app/scopes_update': only({ kind: 'read-settings' }),
  'customers/data_request': only({ kind: 'keep-for-merchant' }),
  'customers/redact': z
    .object(person)
    .transform((found): InboxWork => ({ kind: 'erase-customer', person: found })),
  'shop/redact': only({ kind: 'erase-shop' }),
};

/** @returns the work, or the reason why a stored message cannot be understood; its row may be older than this code. */
export function readInboxWork(message: {
  readonly topic: string;
  readonly payload: unknown;
}): InboxWork | { readonly kind: 'unreadable'; readonly reason: string } {
  const schema = WORK[message.topic];
  if (!schema) return { kind: 'unreadable', reason: `Nobody works off ${message.topic}.` };
  const parsed = schema.safeParse(message.payload);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => issue.path.join('.') || 'payload').join(', ');
  return { kind: 'unreadable', reason: `The stored message has no usable ${fields}.` };
}
