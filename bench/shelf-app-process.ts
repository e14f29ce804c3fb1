/** The app's own server in a process of its own: the whole HTTP path, with nothing behind the hot paths. */
import type { AddressInfo } from 'node:net';
import { buildPorts } from '../app/ports.server';
import { createHttpServer } from '../server/create-server';

const ports = await buildPorts();
const server = createHttpServer(ports, {
  listener: (_req, res) => res.writeHead(404).end(),
  close: async () => undefined,
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit(0));
