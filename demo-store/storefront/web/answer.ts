import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
};

type Headers = Readonly<Record<string, string>>;

/** Sends a page that no cache may keep: everything here changes with the clock and the visitor. */
export function sendHtml(response: ServerResponse, html: string, status = 200, headers: Headers = {}): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(html);
}

/** @param json text that is already JSON: ids beyond 2^53 do not survive a round through `JSON.stringify` as numbers. */
export function sendJsonText(
  response: ServerResponse,
  json: string,
  status = 200,
  headers: Headers = {},
): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(json);
}

export function sendJson(
  response: ServerResponse,
  value: unknown,
  status = 200,
  headers: Headers = {},
): void {
  sendJsonText(response, JSON.stringify(value), status, headers);
}

export function redirect(response: ServerResponse, location: string, headers: Headers = {}): void {
  response.writeHead(302, {
    location,
    'cache-control': 'no-store',
    ...headers,
  });
  response.end();
}

export function sendText(response: ServerResponse, text: string, status: number): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(text);
}

/**
 * Sends `name` from below `folder`; never anything outside of it.
 * @returns false when there is no such file, with the response untouched.
 */
export async function sendFile(response: ServerResponse, folder: string, name: string): Promise<boolean> {
  const path = normalize(join(folder, name));
  const type = TYPES[extname(path)];
  if (!path.startsWith(folder + sep) || !type) return false;
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return false;
  response.writeHead(200, {
    'content-type': type,
    'content-length': String(found.size),
    'cache-control': 'no-cache',
    'access-control-allow-origin': '*', // the thank-you frame has an origin of its own
  });
  createReadStream(path).pipe(response);
  return true;
}
