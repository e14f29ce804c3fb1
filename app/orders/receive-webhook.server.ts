import { keyedHash } from '../shops/keyed-hash';
import type { Ports } from '../ports';
import { parseJsonKeepingIds } from '../shopify/parse-json';
import { verifyWebhook } from '../shopify/verify-webhook';
import {
  isComplianceTopic,
  isWebhookTopic,
  toLeanPayload,
  type ContactHashes,
  type WebhookTopic,
} from '../shopify/webhook-payloads';
import { addToInbox, findInboxShop, type InboxShop, type NewInboxMessage } from './inbox-store.server';
import { readPhoneNumber } from './phone-number';

export const MAX_WEBHOOK_BYTES = 1_000_000;

export interface WebhookRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly rawBody: Buffer;
}

/**
 * Takes one delivery of Shopify's: checks its signature, keeps the few fields that Larder needs in the inbox (once per
 * webhook id), wakes the job that works the inbox off, and only then answers 200.
 */
export async function receiveWebhook(
  ports: Pick<Ports, 'config' | 'db' | 'jobs' | 'clock' | 'log'>,
  request: WebhookRequest,
): Promise<{ status: number; body: string }> {
  if (request.rawBody.length > MAX_WEBHOOK_BYTES) return { status: 413, body: 'Too large' };
  const verdict = verifyWebhook(request.headers, request.rawBody, ports.config.apiSecret);
  if (!verdict.ok) {
    ports.log.warn({ reason: verdict.reason }, 'Webhook refused');
    return { status: verdict.status, body: verdict.reason };
  }
  const { topic, shopDomain, webhookId, triggeredAt } = verdict.headers;
  if (!isWebhookTopic(topic)) return { status: 200, body: 'unknown topic' };
  const shop = findInboxShop(ports.db.hot, shopDomain);
  if (!shop)
    return isComplianceTopic(topic)
      ? { status: 200, body: 'nothing held' }
      : { status: 400, body: 'unknown shop' };
  // What arrives late from a shop that has left teaches nothing any more.
  if (!shop.isInstalled && !isComplianceTopic(topic)) return { status: 200, body: 'uninstalled' };

  const content = readContent(topic, request.rawBody, hashesFor(ports.config.apiSecret, shop));
  const withTime =
    topic === 'app/uninstalled' && triggeredAt ? { triggeredAt: triggeredAt.toISOString() } : {};
  const message: NewInboxMessage = {
    shopId: shop.id,
    webhookId,
    topic,
    receivedAt: ports.clock.now(),
    ...content,
    payload: { ...content.payload, ...withTime },
  };
  await ports.db.hot.write((hot) => {
    if (addToInbox(hot, message) && message.state === 'new') {
      ports.jobs.enqueueHot(hot, { kind: 'orders.process-inbox', key: 'inbox' });
    }
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

type Content = Pick<NewInboxMessage, 'state' | 'error'> & {
  readonly payload: Readonly<Record<string, unknown>>;
};

/** A body that cannot be used is kept as failed, by its size only: it may hold anything. */
function readContent(topic: WebhookTopic, rawBody: Buffer, hashes: ContactHashes): Content {
  const failed = (error: string): Content => ({ state: 'failed', error, payload: { bytes: rawBody.length } });
  let body: unknown;
  try {
    body = parseJsonKeepingIds(rawBody.toString('utf8'));
  } catch {
    return failed(`The body of ${topic} is no JSON.`);
  }
  const lean = toLeanPayload(topic, body, hashes);
  return lean.ok ? { state: 'new', error: null, payload: lean.payload } : failed(lean.reason);
}
