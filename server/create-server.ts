import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { failureOf } from '../app/log.server';
import type { BuiltPorts } from '../app/ports.server';
import { answerHotPath } from './hot-paths';
import { limitBody } from './limit-body';
import { LIMITS, type ServerLimits } from './limits';
import { readTarget, VERBS } from './read-target';
import type { RemixServer } from './remix';

/** Tells requests of several processes apart; counted, since drawing an id for each is dearer than answering some. */
const PROCESS = randomBytes(6).toString('base64url');
let requests = 0;

/** Hot storefront paths and webhook intake first, then Remix; one request id per request. */
export function createHttpServer(
  ports: BuiltPorts,
  remix: RemixServer,
  limits: ServerLimits = LIMITS,
): Server {
  const options = {
    headersTimeout: limits.headersMs,
    requestTimeout: limits.uploadMs,
    keepAliveTimeout: limits.keepAliveMs,
    connectionsCheckingInterval: limits.checkEveryMs,
  };
  const server = createServer(options, (req, res) => {
    const requestId = `${PROCESS}-${(requests += 1)}`;
    res.setHeader('x-request-id', requestId);
    res.setHeader('x-content-type-options', 'nosniff');
    const target = readTarget(req.url ?? '/');
    if (target === null) return refuse(res, 400, 'This address is written wrongly.');
    if (!isVerb(req.method)) return refuse(res, 405, 'There is nothing behind this verb.');
    req.url = target;
    limitBody(req, res, limits);
    answerHotPath(ports, req, res)
      .then((answered) => {
        if (!answered) remix.listener(req, res);
      })
      .catch((err: unknown) => {
        if (hasLeft(req, res)) return;
        ports.log.error({ ...failureOf(err, req.url ?? '/'), requestId }, 'A hot path failed');
        if (!res.headersSent) res.writeHead(500, { 'content-type': 'text/plain' });
        res.end('Something went wrong. Please try again.');
      });
  });
  server.timeout = limits.silenceMs;
  server.maxConnections = limits.maxConnections;
  return server;
}

const isVerb = (method: string | undefined) => VERBS.some((verb) => verb === method);

function refuse(res: ServerResponse, status: 400 | 405, why: string): void {
  res.writeHead(status, {
    'content-type': 'text/plain',
    'cache-control': 'private, no-store',
    'referrer-policy': 'same-origin',
    connection: 'close',
    ...(status === 405 ? { allow: VERBS.join(', ') } : {}),
  });
  res.end(why);
}

/** Whoever did not send the whole of it is not there to be answered, and nothing of ours is wrong. */
function hasLeft(req: IncomingMessage, res: ServerResponse): boolean {
  return !req.complete && (req.destroyed || res.writableEnded);
}
