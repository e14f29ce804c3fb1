import { createHmac, timingSafeEqual } from 'node:crypto';
import { isShopDomain } from './shop-domain';

export interface WebhookHeaders {
  readonly topic: string;
  readonly shopDomain: string;
  readonly webhookId: string;
  /** When the thing happened, as Shopify says; null when it does not. */
  readonly triggeredAt: Date | null;
}

export type WebhookVerdict =
  | { readonly ok: true; readonly headers: WebhookHeaders }
  | {
      readonly ok: false;
      readonly status: 400 | 401;
      readonly reason: 'missing-header' | 'wrong-signature' | 'no-shop';
    };

type RawHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

const REQUIRED = ['topic', 'shop-domain', 'webhook-id', 'api-version'] as const;

/** Base64 HMAC-SHA256 of the body as it arrived. */
export function signWebhook(rawBody: Buffer, secret: string): string {
  return createHmac('sha256', secret).update(rawBody).digest('base64');
}

/**
 * Whether Shopify signed this body; header names in lower case, as Node gives them. The signature is judged first, and says
 * nothing of the headers: what they claim is believed only as far as the body bears it out (webhook-payloads.ts).
 */
export function verifyWebhook(raw: RawHeaders, rawBody: Buffer, secret: string): WebhookVerdict {
  const read = (name: string): string => {
    const value = raw[`x-shopify-${name}`];
    return typeof value === 'string' ? value : '';
  };
  if (!isSame(read('hmac-sha256'), signWebhook(rawBody, secret))) {
    return { ok: false, status: 401, reason: 'wrong-signature' };
  }
  if (REQUIRED.some((name) => read(name) === '')) return { ok: false, status: 400, reason: 'missing-header' };
  const shopDomain = read('shop-domain').toLowerCase();
  if (!isShopDomain(shopDomain)) return { ok: false, status: 400, reason: 'no-shop' };
  const triggeredAt = new Date(read('triggered-at'));
  return {
    ok: true,
    headers: {
      topic: read('topic').toLowerCase(),
      shopDomain,
      webhookId: read('webhook-id').slice(0, 200),
      triggeredAt: Number.isNaN(triggeredAt.getTime()) ? null : triggeredAt,
    },
  };
}

function isSame(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
