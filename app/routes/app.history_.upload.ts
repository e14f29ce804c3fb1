import type { ActionFunctionArgs } from '@remix-run/node';
import { receiveUpload } from '../orders/upload/receive-upload.server';
import { authenticateAdmin } from '../shops/authenticate-admin.server';

/**
 * Takes one file as the request's whole body, streamed to disk; its name stands in the address. Answers what is wrong with
 * it as `{ problem }`.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  const { body, headers, url } = request;
  const announced = Number(headers.get('content-length'));
  const received = await receiveUpload(context.ports, shop.id, {
    fileName: new URL(url).searchParams.get('name') ?? '',
    bytes: announced > 0 ? announced : null,
    pieces: piecesOf(body),
  });
  if (received.ok) return Response.json({ problem: null });
  return Response.json({ problem: received.problem }, { status: received.status });
}

async function* piecesOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read())
    yield piece.value;
}
