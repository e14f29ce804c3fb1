import type { IncomingMessage } from 'node:http';

/**
 * The raw body, or null when it is larger than `limit` bytes; the rest is then left to limit-body.
 * @throws Error when the client goes away, or is cut off, before the end.
 */
export async function readBody(req: IncomingMessage, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  // An early return must not take the connection with it: the answer goes over it.
  const body = req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks);
}
