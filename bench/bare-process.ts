/** The reference: a node:http server that answers a constant JSON. */
import { createServer } from 'node:http';
import { serve } from './serve';

serve(
  createServer((_req, res) => {
    res.writeHead(200, { 'content-type': 'application/json' });
    res.end('{"status":"ok"}');
  }),
);
