import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { loadRejectsCsv } from '../orders/load-history.server';
import { authenticateAdmin } from '../shopify/authenticate-admin.server';

const params = z.object({ importId: z.coerce.number().int() });

/** The rejected lines of an upload, as CSV. */
export async function loader({ request, context, params: given }: LoaderFunctionArgs) {
  const { shop } = await authenticateAdmin({ request, context });
  const { importId } = params.parse(given);
  const csv = await loadRejectsCsv(context.ports, shop.id, importId);
  return new Response(csv, { headers: { 'content-type': 'text/csv; charset=utf-8' } });
}
