/** The app's own server in a process of its own: the whole HTTP path, with nothing behind the hot paths. */
import { buildPorts } from '../app/ports.server';
import { createHttpServer } from '../server/create-server';
import { serve } from './serve';

serve(
  createHttpServer(await buildPorts(), {
    listener: (_req, res) => res.writeHead(404).end(),
    close: async () => undefined,
  }),
);
