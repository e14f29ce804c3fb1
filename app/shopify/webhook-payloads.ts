/** From a webhook's body to the few fields that Larder keeps of it. Ids are decimal strings: they go into a JSON column. */
import { z } from 'zod';
import { parseGid } from './gid';

const id = z.union([z.string(), z.number().int()]).transform((value, context) => {
  const parsed = parseGid(String(value));
  if (parsed !== null) return parsed.toString();
  context.addIssue({ code: 'custom', message: 'is no Shopify id' });
  return z.NEVER;
});
const optionalId = id.nullish().transform((value) => value ?? null);

/** Either field may be filtered away or rounded on the way; the global id is whole. */
const identified = z
  .object({ admin_graphql_api_id: z.string().optional(), id: z.union([z.string(), z.number()]).optional() })
  .transform((body) => body.admin_graphql_api_id ?? body.id)
  .pipe(id);

const person = z.object({
  customer: z.object({ id: optionalId, email: z.string().nullish(), phone: z.string().nullish() }).nullish(),
});

const orderChanged = identified.transform((orderId) => ({ orderId }));
const productChanged = identified.transform((productId) => ({ productId }));

/** Keyed hashes of what a request about privacy says of a person; null where it says nothing that can be used. */
export interface ContactHashes {
  readonly email: (email: string) => string;
  readonly phone: (phone: string) => string | null;
}

function bodies(hashes: ContactHashes) {
  const subject = (body: z.infer<typeof person>) => ({
    customerId: body.customer?.id ?? null,
    emailHash: body.customer?.email ? hashes.email(body.customer.email) : null,
    phoneHash: body.customer?.phone ? hashes.phone(body.customer.phone) : null,
  });
  return {
    'orders/create': orderChanged,
    'orders/updated': orderChanged,
    'orders/cancelled': orderChanged,
    'refunds/create': z.object({ order_id: id }).transform((body) => ({ orderId: body.order_id })),
    'products/create': productChanged,
    'products/update': productChanged,
    'products/delete': productChanged,
    'app/uninstalled': z.unknown().transform(() => ({})),
    'app/scopes_update': z.unknown().transform(() => ({})),
    'customers/data_request': person
      .extend({
        orders_requested: z.array(id).nullish(),
        data_request: z.object({ id: optionalId }).nullish(),
      })
      .transform((body) => ({
        ...subject(body),
        orderIds: body.orders_requested ?? [],
        requestId: body.data_request?.id ?? null,
      })),
    'customers/redact': person
      .extend({ orders_to_redact: z.array(id).nullish() })
      .transform((body) => ({ ...subject(body), orderIds: body.orders_to_redact ?? [] })),
    'shop/redact': z.unknown().transform(() => ({})),
  } as const;
}

export type WebhookTopic = keyof ReturnType<typeof bodies>;

const TOPICS: ReadonlySet<string> = new Set(Object.keys(bodies({ email: String, phone: String })));

export function isWebhookTopic(topic: string): topic is WebhookTopic {
  return TOPICS.has(topic);
}

/** Shopify expects these to be taken whatever the app knows of the shop. */
export function isComplianceTopic(topic: WebhookTopic): boolean {
  return topic === 'customers/data_request' || topic === 'customers/redact' || topic === 'shop/redact';
}

export type LeanPayload = Readonly<Record<string, string | null | readonly string[]>>;

/** @returns what is kept, or the plain reason why the body cannot be used. Nothing of the body is in the reason. */
export function toLeanPayload(
  topic: WebhookTopic,
  body: unknown,
  hashes: ContactHashes,
): { readonly ok: true; readonly payload: LeanPayload } | { readonly ok: false; readonly reason: string } {
  const parsed = bodies(hashes)[topic].safeParse(body);
  if (parsed.success) return { ok: true, payload: parsed.data };
  const fields = parsed.error.issues.map((issue) => issue.path.join('.') || 'id').join(', ');
  return { ok: false, reason: `The body of ${topic} has no usable ${fields}.` };
}
