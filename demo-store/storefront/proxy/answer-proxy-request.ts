import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DemoConfig } from '../../config';
import type { PageRenderer } from '../render/render-page';
import type { Session } from '../visitors/sessions';
import { readBody } from '../web/read-body';
import { forwardToApp } from './forward-to-app';

/**
 * Answers a request below the app proxy's path. `application/liquid` is rendered in the theme's context and goes out as
 * HTML; everything else passes as it is.
 * @returns false when the path is another.
 */
export async function answerProxyRequest(
  { config, pages, proxyPath }: { config: DemoConfig; pages: PageRenderer; proxyPath: string },
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  session: Session,
): Promise<boolean> {
  if (url.pathname !== proxyPath && !url.pathname.startsWith(`${proxyPath}/`)) return false;
  const answer = await forwardToApp(config, {
    method: request.method ?? 'GET',
    url,
    proxyPath,
    headers: request.headers,
    body: await readBody(request),
    signedInCustomerId: session.customerId,
  });
  const isLiquid = answer.headers['content-type']?.startsWith('application/liquid') ?? false;
  if (!isLiquid) {
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body);
    return true;
  }
  const page = { url, template: 'page', designMode: false, session };
  const html = await pages.appLiquid(page, answer.body.toString('utf8'));
  response.writeHead(answer.status, {
    ...answer.headers,
    'content-type': 'text/html; charset=utf-8',
  });
  response.end(html);
  return true;
}
