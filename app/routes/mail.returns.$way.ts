import type { ActionFunctionArgs } from '@remix-run/node';
import { receiveReturns } from '../mail/returns/receive-returns.server';
import { RETURN_WAYS } from '../mail/returns/returned-mail';
import { readBody } from '../shopify/read-body.server';

/** The largest batch of any provider, and a bounce with the mail that it brings back. */
const MAX_BYTES = 1024 * 1024;

const ONLY_POST: ResponseInit = { status: 405, headers: { Allow: 'POST' } };

const NOTHING_HERE = () => new Response('There is nothing here.', { status: 404 });

/** There is nothing to read. */
export function loader(): Response {
  return new Response(null, ONLY_POST);
}

/** Where providers and mail servers tell what came back: known recipients and unknown ones are answered alike. */
export async function action({ request, params, context: { ports } }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== 'POST') return new Response(null, ONLY_POST);
  const way = RETURN_WAYS.find((known) => known === params.way);
  if (!way) return NOTHING_HERE();
  const body = await readBody(request, MAX_BYTES);
  if (body === null) return new Response('That is more than a report has.', { status: 413 });
  const received = await receiveReturns(ports, way, { headers: request.headers, body });
  switch (received.state) {
    case 'taken':
      return new Response('Taken.', { status: 200 });
    case 'not-set-up':
      return NOTHING_HERE();
    case 'unauthorized':
      return new Response(received.why, { status: 401 });
    case 'malformed':
      return new Response(received.why, { status: 400 });
    case 'come-again':
      return new Response(received.why, { status: 503, headers: { 'Retry-After': '60' } });
  }
}
