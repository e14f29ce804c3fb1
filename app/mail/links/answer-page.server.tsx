import { randomBytes } from 'node:crypto';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** A page behind a mail link as an answer: kept by nobody, framed by nobody, and its address told to nobody. */
export function answerPage(page: (nonce: string) => ReactElement, status = 200): Response {
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return new Response(`<!doctype html>${renderToStaticMarkup(page(nonce))}`, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy.join('; '),
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex, nofollow',
    },
  });
}

/** The visitor's first language, for a page that knows nobody. */
export function localeOf(request: Request): string {
  return request.headers.get('Accept-Language')?.split(/[,;]/)[0]?.trim() || 'en';
}

/** The answer to a method that a link in a mail does not know. */
export const ONLY_POST: ResponseInit = { status: 405, headers: { Allow: 'GET, HEAD, POST' } };
