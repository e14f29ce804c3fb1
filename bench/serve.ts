import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves on a free port until the benchmark ends, and tells it the port and, when asked, the processor time used. */
export function serve(server: Server): void {
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMicros: user + system });
  });
  process.on('disconnect', () => process.exit(0));
}
