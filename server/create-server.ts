import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { failureOf } from '../app/log.server';
import type { BuiltPorts } from '../app/ports.server';
import { answerHotPath } from './hot-paths';
import type { RemixServer } from './remix';

/** Hot storefront paths and webhook intake first, then Remix; one request id per request. */
export function createHttpServer(ports: BuiltPorts, remix: RemixServer): Server {
  const server = createServer((req, res) => {
    const requestId = randomUUID(); // drawn from a pool, unlike random bytes: this is every request
    res.setHeader('x-request-id', requestId);
    answerHotPath(ports, req, res)
      .then((answered) => {
        if (!answered) remix.listener(req, res);
      })
      .catch((err: unknown) => {
        ports.log.error({ ...failureOf(err, req.url ?? '/'), requestId }, 'A hot path failed');
        if (!res.headersSent) res.writeHead(500, { 'content-type': 'text/plain' });
        res.end('Something went wrong. Please try again.');
      });
  });
  // Longer than the keep-alive of proxies in front, so that none of them reuses a connection that just closed.
  server.keepAliveTimeout = 65_000;
  // Node cuts a request after five minutes; an order history of 2 GB may take longer to arrive.
  server.requestTimeout = 3 * 3_600_000;
  return server;
}
