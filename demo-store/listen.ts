import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Handler } from './contract';

export interface Listening {
  readonly server: http.Server;
  readonly port: number;
  /** What answers from now on; until then everything is told to wait. */
  answerWith(handler: Handler): void;
  close(): Promise<void>;
}

/**
 * Takes a port on this machine, 0 for any.
 * @param variable the environment variable that moves it, named in the error when the port is taken
 */
export async function listen(port: number, variable: string): Promise<Listening> {
  let answer: Handler = (_request, response) => {
    response.writeHead(503, { 'content-type': 'text/plain', 'retry-after': '2' });
    response.end('The demo store is still loading.\n');
  };
  const server = http.createServer((request, response) => {
    void Promise.resolve()
      .then(() => answer(request, response))
      .catch((error: unknown) => {
        if (response.headersSent) return response.destroy();
        response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
        return response.end(`${error instanceof Error ? error.message : String(error)}\n`);
      });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Error(`Port ${port} is taken by another program. Stop it, or set ${variable} to another port.`);
  });
  return {
    server,
    port: (server.address() as AddressInfo).port,
    answerWith(handler) {
      answer = handler;
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
