import { randomUUID } from 'node:crypto';
import type { DemoConfig } from '../../config';
import type { WorldReader } from '../../world/types';
import type { WebhookSubscription } from '../app-declaration';
import { ADMIN_API_VERSION } from '../schema/load-schema';
import { webhookHmac } from '../tokens';
import { whyFailed } from '../why-failed';
import { eventPayload, type ShopifyEvent } from './event-payload';
import { pickFields, writePayload } from './write-payload';

export interface Webhooks {
  /** Queues the event for every subscription to its topic. Returns at once. */
  announce(event: ShopifyEvent): void;
  /** Resolves when nothing is queued, under way or waiting for a retry. */
  settle(): Promise<void>;
  /** Deliveries given up after the last retry. */
  lost(): readonly LostDelivery[];
  /** Gives up what waits, so that the process can end. */
  close(): void;
}

export interface LostDelivery {
  readonly topic: string;
  readonly webhookId: string;
  readonly error: string;
}

export interface WebhookDeps {
  readonly config: Pick<DemoConfig, 'secret' | 'apiKey' | 'shopDomain' | 'urls' | 'nastyWebhooks'>;
  readonly world: WorldReader;
  readonly subscriptions: readonly WebhookSubscription[];
  /** Pauses before the retries; Shopify's spread over four hours. */
  readonly retryDelaysMs?: readonly number[];
}

interface Delivery {
  readonly topic: string;
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly webhookId: string;
}

const RETRY_DELAYS_MS = [200, 1000, 2000, 5000, 5000, 5000, 5000, 5000];
const TIMEOUT_MS = 5000;
const AT_ONCE = 8;

/** Signs and sends webhooks to the app as Shopify does: again with the same webhook id while the answer is not 2xx. */
export function createWebhooks(deps: WebhookDeps): Webhooks {
  const delays = deps.retryDelaysMs ?? RETRY_DELAYS_MS;
  const queue: Delivery[] = [];
  const lost: LostDelivery[] = [];
  const waiters: (() => void)[] = [];
  const waiting = new Map<NodeJS.Timeout, () => void>();
  let closed = false;
  let sending = 0;
  let pending = 0; // queued, under way or waiting

  const later = (delayMs: number, run: () => void) => {
    const timer = setTimeout(() => {
      waiting.delete(timer);
      run();
    }, delayMs);
    waiting.set(timer, run);
  };
  const finish = () => {
    pending -= 1;
    if (pending === 0) for (const resolve of waiters.splice(0)) resolve();
  };
  const pump = () => {
    while (sending < AT_ONCE) {
      const delivery = queue.shift();
      if (!delivery) return;
      sending += 1;
      void sendOnce(delivery)
        .then((error) => error && retry(delivery, error, 1))
        .finally(() => {
          sending -= 1;
          finish();
          pump();
        });
    }
  };
  const retry = (delivery: Delivery, error: string, attempt: number) => {
    const delayMs = delays[attempt - 1];
    if (delayMs === undefined || closed) {
      lost.push({ topic: delivery.topic, webhookId: delivery.webhookId, error });
      return;
    }
    pending += 1;
    later(delayMs, () => {
      void (closed ? Promise.resolve(error) : sendOnce(delivery))
        .then((again) => again && retry(delivery, again, attempt + 1))
        .finally(finish);
    });
  };
  const enqueue = (delivery: Delivery, delayMs: number) => {
    pending += 1;
    if (delayMs === 0) queue.push(delivery);
    else later(delayMs, () => void (queue.push(delivery), pump()));
  };

  return {
    announce(event) {
      const wanted = deps.subscriptions.filter((subscription) => subscription.topic === event.topic);
      if (wanted.length === 0) return;
      const payload = eventPayload(event, deps.world);
      if (!payload) return;
      const eventId = randomUUID();
      for (const subscription of wanted) {
        const delivery = sign(deps, subscription, payload, eventId);
        enqueue(delivery, deps.config.nastyWebhooks ? Math.random() * 300 : 0);
        if (deps.config.nastyWebhooks && Math.random() < 0.3) enqueue(delivery, Math.random() * 600);
      }
      pump();
    },
    settle: () => (pending === 0 ? Promise.resolve() : new Promise((resolve) => waiters.push(resolve))),
    lost: () => lost,
    close() {
      closed = true;
      for (const [timer, run] of waiting) {
        clearTimeout(timer);
        waiting.delete(timer);
        run();
      }
    },
  };
}

function sign(
  { config, world }: WebhookDeps,
  subscription: WebhookSubscription,
  payload: Readonly<Record<string, unknown>>,
  eventId: string,
): Delivery {
  const body = writePayload(pickFields(payload, subscription.includeFields));
  const webhookId = randomUUID();
  return {
    topic: subscription.topic,
    url: new URL(subscription.uri, `${config.urls.app}/`).href,
    body,
    webhookId,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Shopify-Captain-Hook',
      'x-shopify-topic': subscription.topic,
      'x-shopify-hmac-sha256': webhookHmac(config, body),
      'x-shopify-shop-domain': config.shopDomain,
      'x-shopify-api-version': ADMIN_API_VERSION,
      'x-shopify-webhook-id': webhookId,
      'x-shopify-event-id': eventId,
      'x-shopify-triggered-at': new Date(world.now()).toISOString(),
    },
  };
}

/** Null when the app took it, otherwise why not. A redirect is a failure, as with Shopify. */
async function sendOnce(delivery: Delivery): Promise<string | null> {
  try {
    const response = await fetch(delivery.url, {
      method: 'POST',
      body: delivery.body,
      headers: delivery.headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.arrayBuffer();
    return response.ok ? null : `answered ${response.status}`;
  } catch (error) {
    return whyFailed(error);
  }
}
