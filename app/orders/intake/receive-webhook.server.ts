import { keyedHash } from '../../shops/keyed-hash';
import type { Ports } from '../../ports';
import { verifyWebhook } from '../../shopify/verify-webhook';
import {
  isComplianceTopic,
  isOfShop,
  isWebhookTopic,
  readWebhookBody,
  toLeanPayload,
  type ContactHashes,
} from '../../shopify/webhook-payloads';
import { addToInbox, findInboxShop, type InboxShop, type NewInboxMessage } from './inbox-store.server';
import { readPhoneNumber } from '../upload/phone-number';

export const MAX_WEBHOOK_BYTES = 1_000_000;

export interface WebhookRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly rawBody: Buffer;
}

type Answer = { readonly status: number; readonly body: string };

/**
 * Takes one delivery of Shopify's: checks its signature and that its body is one of its topic and shop, keeps the few fields
 * that Larder needs in the inbox (once per webhook id), wakes the job that works the inbox off, and only then answers 200.
 * Of what is refused nothing is kept.
 */
export async function receiveWebhook(
  ports: Pick<Ports, 'config' | 'db' | 'jobs' | 'clock' | 'log'>,
  request: WebhookRequest,
): Promise<Answer> {
  const refuse = (status: number, reason: string, topic?: string): Answer => {
    ports.log.warn({ reason, topic }, 'Webhook refused');
    return { status, body: reason };
  };
  if (request.rawBody.length > MAX_WEBHOOK_BYTES) return { status: 413, body: 'Too large' };
  const verdict = verifyWebhook(request.headers, request.rawBody, ports.config.apiSecret);
  if (!verdict.ok) return refuse(verdict.status, verdict.reason);
  const { topic, shopDomain, webhookId, triggeredAt } = verdict.headers;
  const body = readWebhookBody(request.rawBody);
  if (!body) return refuse(400, 'no-object');
  if (!isWebhookTopic(topic)) return { status: 200, body: 'unknown topic' };
  if (!isOfShop(topic, body, shopDomain)) return refuse(401, 'another-shop', topic);
  const shop = await findInboxShop(ports.db.read, shopDomain);
  if (!shop)
    return isComplianceTopic(topic)
      ? { status: 200, body: 'nothing held' }
      : { status: 400, body: 'unknown shop' };
  // What arrives late from a shop that has left teaches nothing any more.
  if (!shop.isInstalled && !isComplianceTopic(topic)) return { status: 200, body: 'uninstalled' };

  const lean = toLeanPayload(topic, body, hashesFor(ports.config.apiSecret, shop));
  if (!lean.ok) return refuse(400, lean.reason, topic);
  const withTime =
    topic === 'app/uninstalled' && triggeredAt ? { triggeredAt: triggeredAt.toISOString() } : {};
  const message: NewInboxMessage = {
    shopId: shop.id,
    webhookId,
    topic,
    receivedAt: ports.clock.now(),
    payload: { ...lean.payload, ...withTime },
  };
  await ports.db.group(async (tx) => {
    if (await addToInbox(tx, message))
      await ports.jobs.enqueue(tx, { kind: 'orders.process-inbox', key: 'inbox' });
  });
  return { status: 200, body: 'ok' };
}

function hashesFor(secret: string, { id, country }: InboxShop): ContactHashes {
  return {
    email: (email) => keyedHash(secret, id, 'address', email),
    phone: (phone) => {
      const number = readPhoneNumber(phone, [country]);
      return number === null ? null : keyedHash(secret, id, 'phone', number);
    },
  };
}
