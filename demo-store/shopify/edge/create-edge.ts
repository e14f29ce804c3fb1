import http, {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import type { DemoConfig } from '../../config';
import type { Handler } from '../../contract';
import { assembleAppBridge } from '../app-bridge/assemble-script';
import { send } from '../http-answers';
import { rewriteStream } from './rewrite-stream';

const CDN_APP_BRIDGE = 'https://cdn.shopify.com/shopifycloud/app-bridge.js';
const OWN_APP_BRIDGE = '/__demo/app-bridge.js';

type EdgeConfig = Pick<DemoConfig, 'urls'>;

/**
 * The app as browsers see it: everything passes through unchanged, but App Bridge comes from here instead of Shopify's CDN,
 * and the demo's admin shell may frame the app.
 */
export function createEdge(config: EdgeConfig): {
  readonly handler: Handler;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
} {
  const appBridge = assembleAppBridge(config.urls.demo);
  const app = new URL(config.urls.app);
  const agent = new http.Agent({ keepAlive: true });

  const handler = (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.split('?')[0] === OWN_APP_BRIDGE)
      return send(response, 200, 'text/javascript; charset=utf-8', appBridge);
    const outgoing = http.request(
      {
        agent,
        host: app.hostname,
        port: app.port,
        method: request.method,
        path: request.url,
        headers: forward(request, config),
      },
      (answer) => passBack(answer, response, config),
    );
    outgoing.on('error', (error) => {
      if (response.headersSent) response.destroy();
      else
        send(
          response,
          502,
          'text/plain; charset=utf-8',
          `The app at ${config.urls.app} does not answer: ${error.message}\n`,
        );
    });
    response.on('close', () => outgoing.destroy());
    request.pipe(outgoing);
  };

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const toApp = connect(Number(app.port), app.hostname, () => {
      const lines = Object.entries(request.headers).map(([name, value]) => `${name}: ${String(value)}`);
      toApp.write(`${request.method} ${request.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      toApp.write(head);
      toApp.pipe(socket).pipe(toApp);
    });
    toApp.on('error', () => socket.destroy());
    socket.on('error', () => toApp.destroy());
  };

  return { handler, upgrade };
}

/** The Host stays the public one; compression is off, so that the answer can be read on its way back. */
function forward(request: IncomingMessage, config: EdgeConfig): IncomingHttpHeaders {
  const { host } = new URL(config.urls.edge);
  const headers: IncomingHttpHeaders = {
    ...request.headers,
    host: request.headers.host ?? host,
    'x-forwarded-proto': 'http',
    'x-forwarded-host': request.headers.host ?? host,
    'x-forwarded-for': request.socket.remoteAddress ?? '127.0.0.1',
  };
  delete headers['accept-encoding'];
  return headers;
}

function passBack(answer: IncomingMessage, response: ServerResponse, config: EdgeConfig): void {
  const headers: OutgoingHttpHeaders = { ...answer.headers };
  const policy = headers['content-security-policy'];
  if (typeof policy === 'string') {
    headers['content-security-policy'] = policy.replace(
      'frame-ancestors ',
      `frame-ancestors ${config.urls.demo} `,
    );
  }
  if (String(headers.link ?? '').includes(CDN_APP_BRIDGE)) delete headers.link;
  if (!/html|javascript/.test(String(headers['content-type'] ?? ''))) {
    response.writeHead(answer.statusCode ?? 502, headers);
    answer.pipe(response);
    return;
  }
  delete headers['content-length'];
  response.writeHead(answer.statusCode ?? 502, headers);
  answer.pipe(rewriteStream(CDN_APP_BRIDGE, OWN_APP_BRIDGE)).pipe(response);
}
