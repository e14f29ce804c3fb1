/** Clients that send slowly, or never stop: real sockets against the real server, with deadlines of a moment. */
import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BuiltPorts } from '../app/ports.server';
import { createHttpServer } from '../server/create-server';
import { LIMITS } from '../server/limits';
import { makeTestPorts, type TestPorts } from './support/test-ports';

let ports: TestPorts;
let server: Server;
const sockets: Socket[] = [];

/** Instead of Remix: reads a body to its end, but for `/refused`, which is answered at once. */
async function listener(req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (req.url === '/refused') return void res.writeHead(401).end('no');
  let bytes = 0;
  try {
    for await (const chunk of req as AsyncIterable<Buffer>) bytes += chunk.length;
  } catch {
    return;
  }
  if (!res.headersSent) res.end(`${bytes} bytes`);
}

async function serve(limits: typeof LIMITS): Promise<void> {
  const remix = {
    listener: (req: IncomingMessage, res: ServerResponse) => void listener(req, res),
    close: async () => undefined,
  };
  server = createHttpServer(ports as unknown as BuiltPorts, remix, limits);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}

beforeEach(async () => {
  ports = await makeTestPorts();
  await serve({ ...LIMITS, headersMs: 150, bodyMs: 150, lingerMs: 50, checkEveryMs: 25 });
});

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.closeAllConnections();
  server.close();
  await ports.close();
});

/** What the server has said on a connection when it closes it. */
function untilClosed(socket: Socket): Promise<string> {
  let said = '';
  socket.on('data', (chunk) => (said += chunk.toString()));
  socket.on('error', () => undefined); // cut off while we were still talking
  return new Promise((done) => socket.once('close', () => done(said)));
}

function open(): Socket {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  sockets.push(socket);
  return socket;
}

function post(path: string, begun = 'x', length = 100): Socket {
  const socket = open();
  socket.write(`POST ${path} HTTP/1.1\r\nHost: larder\r\nContent-Length: ${length}\r\n\r\n${begun}`);
  return socket;
}

test.each(['/webhooks', '/proxy/events', '/demo/clock', '/app/settings', '/mail/snooze/x', '/api/reminders'])(
  'a body that never ends is let go: POST %s',
  async (path) => {
    expect(await untilClosed(post(path))).toMatch(/^HTTP\/1\.1 408 /);
  },
);

test('a body that drips, byte by byte, is let go as well', async () => {
  const socket = post('/app/settings', 'x', 100_000);
  const drip = setInterval(() => socket.write('x'), 10);
  expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 408 /);
  clearInterval(drip);
});

test('sixty of them are all let go, and the sixty-first visitor is served', async () => {
  const all = Array.from({ length: 60 }, (_, index) => post(index % 2 ? '/webhooks' : '/app/settings'));
  const said = await Promise.all(all.map(untilClosed));
  expect(said.filter((answer) => answer.startsWith('HTTP/1.1 408 '))).toHaveLength(60);
  const served = untilClosed(post('/app/settings', 'x'.repeat(100)));
  sockets.at(-1)?.end();
  expect(await served).toContain('100 bytes');
});

test('headers that never end are let go', async () => {
  const socket = open();
  socket.write('GET / HTTP/1.1\r\nHost: larder\r\n');
  expect(await untilClosed(socket)).toMatch(/^(HTTP\/1\.1 408 |$)/);
});

test('who goes on sending after the answer is cut off, having been told', async () => {
  const socket = post('/refused', 'x', 100_000);
  const drip = setInterval(() => socket.write('x'), 10);
  expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 401 /);
  clearInterval(drip);
});

test('the rest of a refused body does not hold up the next request on its connection', async () => {
  server.close();
  await serve(LIMITS); // the rest takes its time on a machine under load
  const socket = open();
  const said = untilClosed(socket);
  socket.write(
    `POST /refused HTTP/1.1\r\nHost: larder\r\nContent-Length: 300000\r\n\r\n${'x'.repeat(100_000)}`,
  );
  socket.write('x'.repeat(200_000));
  socket.write('GET /refused HTTP/1.1\r\nHost: larder\r\nConnection: close\r\n\r\n');
  expect((await said).match(/HTTP\/1\.1 401 /g)).toHaveLength(2);
});

test('a body that is too large is refused while the rest of it is on its way', async () => {
  expect(await untilClosed(post('/proxy/events', 'x'.repeat(3_000), 1_000_000))).toMatch(/^HTTP\/1\.1 413 /);
});

test('an order history may take longer than anything else', async () => {
  const upload = post('/app/history/upload?name=orders.csv', 'x'.repeat(50));
  const answered = untilClosed(upload);
  for (let round = 0; round < 3; round += 1) await untilClosed(post('/app/settings')); // three deadlines
  upload.end('x'.repeat(50));
  expect(await answered).toContain('100 bytes');
});

test('an upload that nobody reads is cut off like everything else', async () => {
  const refuse = {
    listener: (_req: IncomingMessage, res: ServerResponse) => void res.writeHead(401).end(),
    close: async () => undefined,
  };
  const strict = createHttpServer(ports as unknown as BuiltPorts, refuse, { ...LIMITS, lingerMs: 50 });
  strict.listen(0, '127.0.0.1');
  await once(strict, 'listening');
  const socket = connect((strict.address() as AddressInfo).port, '127.0.0.1');
  sockets.push(socket);
  socket.write('POST /app/history/upload HTTP/1.1\r\nHost: larder\r\nContent-Length: 100\r\n\r\nx');
  expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 401 /);
  strict.close();
});
