import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportLedger } from '../mail/ledger/export-ledger.server';
import { authenticateAdmin } from '../shops/authenticate-admin.server';
import { dayToIso, localDay } from '../shops/local-day';

/** Every mail that was ever planned, and what became of it, as a CSV file. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const { shop } = await authenticateAdmin({ request, context });
  const on = dayToIso(localDay(context.ports.clock.now(), shop.timeZone));
  return new Response(exportLedger(context.ports, shop.id), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="larder-mails-${on}.csv"`,
    },
  });
}
