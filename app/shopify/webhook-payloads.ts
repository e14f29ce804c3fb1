/** From a webhook's body to the few fields that Larder keeps of it. Ids are decimal strings: they go into a JSON column. */
import { z } from 'zod';
import { parseGid } from './gid';
import { parseJsonKeepingIds } from './parse-json';

const id = z.union([z.string(), z.number().int()]).transform((value, context) => {
  const parsed = parseGid(String(value));
  if (parsed !== null) return parsed.toString();
  context.addIssue({ code: 'custom', message: 'is no Shopify id' });
  return z.NEVER;
});
const optionalId = id.nullish().transform((value) => value ?? null);

/** A field that tells another topic's body: the topic's name is not signed, and a body of one may not do the deed of another. */
const absent = z.undefined().optional();

/** Either field may be filtered away or rounded on the way; the global id is whole, and says of what it is. */
function identified(type: 'Order' | 'Product') {
  const gid = z.string().startsWith(`gid://shopify/${type}/`);
  return z
    .object({
      admin_graphql_api_id: gid.optional(),
      id: z.union([z.string(), z.number()]).optional(),
      order_id: absent,
    })
    .transform((body) => body.admin_graphql_api_id ?? body.id)
    .pipe(id);
}

const person = z.object({
  customer: z.object({ id: optionalId, email: z.string().nullish(), phone: z.string().nullish() }),
});

const orderChanged = identified('Order').transform((orderId) => ({ orderId }));
const productChanged = identified('Product').transform((productId) => ({ productId }));

/** Keyed hashes of what a request about privacy says of a person; null where it says nothing that can be used. */
export interface ContactHashes {
  readonly email: (email: string) => string;
  readonly phone: (phone: string) => string | null;
}

function bodies(hashes: ContactHashes) {
  const whose = ({ customer }: z.infer<typeof person>) => ({
    customerId: customer.id,
    emailHash: customer.email ? hashes.email(customer.email) : null,
    phoneHash: customer.phone ? hashes.phone(customer.phone) : null,
  });
  return {
    'orders/create': orderChanged,
    'orders/updated': orderChanged,
    'orders/cancelled': orderChanged,
    'refunds/create': z.object({ order_id: id }).transform((body) => ({ orderId: body.order_id })),
    'products/create': productChanged,
    'products/update': productChanged,
    'products/delete': productChanged,
    'app/uninstalled': z.object({}).transform(() => ({})),
    'app/scopes_update': z.object({ current: z.array(z.string()) }).transform(() => ({})),
    'customers/data_request': person
      .extend({
        orders_requested: z.array(id).nullish(),
        data_request: z.object({ id: optionalId }).nullish(),
        orders_to_redact: absent,
      })
      .transform((body) => ({
        ...whose(body),
        orderIds: body.orders_requested ?? [],
        requestId: body.data_request?.id ?? null,
      })),
    'customers/redact': person
      .extend({ orders_to_redact: z.array(id).nullish(), orders_requested: absent, data_request: absent })
      .transform((body) => ({ ...whose(body), orderIds: body.orders_to_redact ?? [] })),
    'shop/redact': z.object({ customer: absent }).transform(() => ({})),
  } as const;
}

/** Where bodies name their shop by domain. The others bring ids only, which are asked for with the shop's own token. */
const SHOP_FIELDS = ['myshopify_domain', 'shop_domain'] as const;
const NAMED_BY: Readonly<Partial<Record<WebhookTopic, (typeof SHOP_FIELDS)[number]>>> = {
  'app/uninstalled': 'myshopify_domain',
  'customers/data_request': 'shop_domain',
  'customers/redact': 'shop_domain',
  'shop/redact': 'shop_domain',
};

/** The body of a delivery; null when it is no JSON object, as the text of a session token or of a query, signed alike, is none. */
export function readWebhookBody(rawBody: Buffer): Readonly<Record<string, unknown>> | null {
  const text = rawBody.toString('utf8');
  if (!text.startsWith('{')) return null;
  try {
    return parseJsonKeepingIds(text) as Record<string, unknown>;
  } catch {
    return null;
  }
}

/** Whether the signed body bears out the shop that the unsigned header names, as far as a body of the topic can. */
export function isOfShop(
  topic: WebhookTopic,
  body: Readonly<Record<string, unknown>>,
  shopDomain: string,
): boolean {
  const named = SHOP_FIELDS.filter((field) => field === NAMED_BY[topic] || body[field] !== undefined);
  return named.every((field) => String(body[field]).toLowerCase() === shopDomain);
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
