import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BuiltPorts } from '../app/ports.server';
import { MAX_WEBHOOK_BYTES, receiveWebhook } from '../app/orders/intake/receive-webhook.server';
import { answerProxyPage } from '../app/storefront/answer-proxy-page.server';
import { answerShelf } from '../app/storefront/answer-shelf.server';
import { recordEvent } from '../app/storefront/record-event.server';
import { answerDemoClock } from './demo-clock';
import { readBody } from './read-body';

const MAX_EVENT_BYTES = 2_000;

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

type HotPath = (ports: BuiltPorts, req: IncomingMessage, url: URL) => Promise<Answer>;

const TOO_LARGE: Answer = { status: 413, body: 'Too large' };

/** What is answered before Remix: `METHOD path`. */
const HOT_PATHS: Readonly<Record<string, HotPath>> = {
  'GET /healthz': async () => ({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: '{"status":"ok"}',
  }),
  // Shopify's app proxy hands the browser's own user agent on.
  'GET /proxy/shelf': (ports, req, url) => answerShelf(ports, { url, userAgent: req.headers['user-agent'] }),
  'POST /proxy/events': async (ports, req, url) => {
    const body = await readBody(req, MAX_EVENT_BYTES);
    return body ? recordEvent(ports, { url, body: body.toString('utf8') }) : TOO_LARGE;
  },
  'POST /webhooks': async (ports, req) => {
    const rawBody = await readBody(req, MAX_WEBHOOK_BYTES);
    return rawBody ? receiveWebhook(ports, { headers: req.headers, rawBody }) : TOO_LARGE;
  },
  'GET /demo/clock': demoClock,
  'POST /demo/clock': demoClock,
};

async function demoClock(ports: BuiltPorts, req: IncomingMessage): Promise<Answer> {
  const token = req.headers['x-larder-demo'];
  const body = await readBody(req, MAX_EVENT_BYTES);
  return answerDemoClock(ports, {
    method: req.method ?? 'GET',
    token: typeof token === 'string' ? token : undefined,
    body: body?.toString('utf8') ?? '',
  });
}

/** Answers a hot path and returns true; false leaves the request to Remix. */
export async function answerHotPath(
  ports: BuiltPorts,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<boolean> {
  const target = req.url ?? '/';
  const path = target.split('?', 1)[0] ?? '/';
  const door = HOT_PATHS[`${req.method} ${path}`];
  const answer = door
    ? await door(ports, req, new URL(target, ports.config.appUrl))
    : await answerBesideDoors(ports, path, new URLSearchParams(target.slice(path.length + 1)));
  if (!answer) return false;
  res.writeHead(answer.status, answer.headers);
  res.end(answer.body);
  return true;
}

/**
 * What Shopify's app proxy sent to no door. Its path holds what a visitor likes (`/proxy/%2e%2e/`, `/proxy//app`), and a server in
 * front may have resolved it already: the signature tells it as well. None of it reaches Remix, which resolves paths and
 * redirects with the query, and nothing here reads the target as an address: one that is none would stand in the log.
 */
async function answerBesideDoors(
  ports: BuiltPorts,
  path: string,
  params: URLSearchParams,
): Promise<Answer | null> {
  // Behind a link in a mail nothing redirects, and a button there works whatever a mail program hangs on its address.
  const isProxied = path.startsWith('/proxy') || (params.has('signature') && !path.startsWith('/mail/'));
  return isProxied ? answerProxyPage(ports, { path, params }) : null;
}
