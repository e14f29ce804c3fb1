import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ServerLimits } from './limits';

/** The one door that takes files: its bodies have the server's own, long time. */
const UPLOAD_PATH = '/app/history/upload';

/**
 * Answers 408 when a body has not arrived in time, however steadily it drips. A client that goes on sending after its answer
 * is heard a moment longer, so that it can read the answer, and is then cut off.
 */
export function limitBody(req: IncomingMessage, res: ServerResponse, limits: ServerLimits): void {
  if (!hasBody(req)) return;
  const { socket } = req;
  const late = () => {
    if (req.complete) return;
    if (res.headersSent) return void socket.destroy();
    res.writeHead(408, { connection: 'close', 'content-type': 'text/plain' });
    res.end('The request took too long to arrive.');
  };
  const isUpload = req.method === 'POST' && req.url?.split('?', 1)[0] === UPLOAD_PATH;
  const timer = isUpload ? undefined : setTimeout(late, limits.bodyMs);
  res.once('close', () => {
    clearTimeout(timer);
    if (req.complete || socket.destroyed) return;
    // Whoever read so far has stopped, and would hold the rest back.
    req.removeAllListeners('data');
    req.resume();
    const linger = setTimeout(() => req.complete || socket.destroy(), limits.lingerMs);
    req.once('close', () => clearTimeout(linger));
  });
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
