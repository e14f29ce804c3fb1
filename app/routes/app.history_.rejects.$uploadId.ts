import type { LoaderFunctionArgs } from '@remix-run/node';
import { loadRejectsCsv } from '../orders/upload/load-history.server';
import { authenticateAdmin } from '../shops/authenticate-admin.server';
import { uploadIdText } from './app.history/upload-id';

/** The rejected lines of an upload, as CSV. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  const uploadId = uploadIdText.safeParse(params.uploadId);
  const csv = uploadId.success ? await loadRejectsCsv(context.ports, shop.id, uploadId.data) : null;
  if (csv === null) throw new Response('There is no such upload.', { status: 404 });
  return new Response(csv, { headers: { 'content-type': 'text/csv; charset=utf-8' } });
}
