import './load-context';
import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { failureOf } from './log.server';

const RENDER_TIMEOUT_MS = 6000;

export default async function handleRequest(
  request: Request,
  responseStatusCode: number,
  responseHeaders: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  loadContext.ports.shopifyApp.addDocumentResponseHeaders(request, responseHeaders);
  const waitForAll = isbot(request.headers.get('user-agent') ?? '');
  return new Promise((resolve, reject) => {
    let status = responseStatusCode;
    const { pipe, abort } = renderToPipeableStream(<RemixServer context={remixContext} url={request.url} />, {
      [waitForAll ? 'onAllReady' : 'onShellReady']() {
        const body = new PassThrough();
        responseHeaders.set('Content-Type', 'text/html');
        resolve(new Response(createReadableStreamFromReadable(body), { headers: responseHeaders, status }));
        pipe(body);
      },
      onShellError: reject,
      onError(error) {
        status = 500;
        loadContext.ports.log.error(failureOf(error, request.url), 'A page could not be rendered');
      },
    });
    setTimeout(abort, RENDER_TIMEOUT_MS).unref();
  });
}

export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  // An address that is none, or a method it does not take, is the asker's affair.
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  context.ports.log.error(failureOf(error, request.url), 'A request failed');
}
