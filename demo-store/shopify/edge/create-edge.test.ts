import { once } from 'node:events';
import { connect } from 'node:net';
import { Script } from 'node:vm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig, withPorts } from '../../config';
import { listen, type Listening } from '../../listen';
import { readBody } from '../http-answers';
import { createEdge } from './create-edge';

let app: Listening;
let edge: Listening;
let seen: Record<string, unknown>;

beforeAll(async () => {
  [app, edge] = await Promise.all([listen(0, 'PORT'), listen(0, 'DEMO_EDGE_PORT')]);
  const asked = readConfig([], { DEMO_APP_URL: `http://127.0.0.1:${app.port}` });
  const { handler, upgrade } = createEdge(withPorts(asked, { ...asked.ports, edge: edge.port }));
  edge.answerWith(handler);
  edge.server.on('upgrade', upgrade);
  app.answerWith(async (request, response) => {
    seen = { url: request.url, headers: request.headers, body: await readBody(request) };
    response.writeHead(201, {
      'content-type': request.url === '/data' ? 'application/json' : 'text/html; charset=utf-8',
      'content-security-policy':
        'frame-ancestors https://larder-demo.myshopify.com https://admin.shopify.com;',
      link: '<https://cdn.shopify.com/shopifycloud/app-bridge.js>; rel="preload"; as="script";',
    });
    // The address is cut in two on purpose.
    response.write('<p>ä</p><script src="https://cdn.shopify.com/shopify');
    setImmediate(() => response.end('cloud/app-bridge.js"></script>'));
  });
  app.server.on('upgrade', (_request, socket) => {
    socket.end('HTTP/1.1 101 Switching Protocols\r\nupgrade: echo\r\nconnection: upgrade\r\n\r\nhello');
  });
});
afterAll(() => Promise.all([app.close(), edge.close()]));

it('lets the shell frame the app and brings its own App Bridge', async () => {
  const response = await fetch(`http://127.0.0.1:${edge.port}/app?a=1`, { method: 'POST', body: 'posted' });
  expect(response.status).toBe(201);
  expect(response.headers.get('link')).toBeNull();
  expect(response.headers.get('content-security-policy')).toBe(
    'frame-ancestors http://localhost:4000 https://larder-demo.myshopify.com https://admin.shopify.com;',
  );
  expect(await response.text()).toBe('<p>ä</p><script src="/__demo/app-bridge.js"></script>');
  expect(seen).toMatchObject({
    url: '/app?a=1',
    body: 'posted',
    headers: {
      host: `127.0.0.1:${edge.port}`,
      'x-forwarded-proto': 'http',
      'x-forwarded-host': `127.0.0.1:${edge.port}`,
    },
  });
});

it('leaves everything but pages and scripts as it is', async () => {
  const response = await fetch(`http://127.0.0.1:${edge.port}/data`);
  expect(await response.text()).toContain('https://cdn.shopify.com/shopifycloud/app-bridge.js');
});

it('serves the App Bridge stand-in as one script', async () => {
  const text = await (await fetch(`http://127.0.0.1:${edge.port}/__demo/app-bridge.js`)).text();
  expect(text).toContain("const SHELL_ORIGIN = 'http://localhost:4000'");
  expect(() => new Script(text)).not.toThrow();
});

it('passes web sockets through', async () => {
  const socket = connect(edge.port, '127.0.0.1');
  socket.write('GET /hmr HTTP/1.1\r\nhost: localhost\r\nupgrade: echo\r\nconnection: upgrade\r\n\r\n');
  let text = '';
  socket.on('data', (part: Buffer) => (text += part.toString()));
  await once(socket, 'end');
  expect(text).toMatch(/^HTTP\/1\.1 101 [\s\S]*hello$/);
});
