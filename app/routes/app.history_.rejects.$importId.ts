import type { LoaderFunctionArgs } from '@remix-run/node';
import { loadRejectsCsv } from '../orders/upload/load-history.server';
import { authenticateAdmin } from '../shops/authenticate-admin.server';
import { importIdText } from './app.history/import-id';

/** The rejected lines of an upload, as CSV. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  const importId = importIdText.safeParse(params.importId);
  const csv = importId.success ? await loadRejectsCsv(context.ports, shop.id, importId.data) : null;
  if (csv === null) throw new Response('There is no such upload.', { status: 404 });
  return new Response(csv, { headers: { 'content-type': 'text/csv; charset=utf-8' } });
}
