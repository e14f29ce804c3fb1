import type { IncomingMessage } from 'node:http';

const LIMIT_BYTES = 1024 * 1024;

/** @throws Error when the body is larger than a megabyte. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > LIMIT_BYTES) throw new Error('The request body is larger than a megabyte.');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  return new URLSearchParams((await readBody(request)).toString('utf8'));
}

/**
 * Parses JSON, keeping whole numbers of 16 digits and more as strings: Shopify's ids may be beyond 2^53.
 * @throws SyntaxError on malformed JSON.
 */
export function parseJson(text: string): unknown {
  // Strings are matched first, so that digits inside them stay as they are.
  const safe = text.replace(/"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g, (token) =>
    token.startsWith('"') ? token : `"${token}"`,
  );
  return JSON.parse(safe);
}
