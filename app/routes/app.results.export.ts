import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { comparisonTables, TABLE_NAMES } from '../results/page/comparison-tables';
import { loadResultsPage } from '../results/page/load-page.server';
import { authenticateAdmin } from '../shops/authenticate-admin.server';
import { TACTIC_NAMES } from '../tactics/tactic';
import { writeCsv } from '../write-csv';

const query = z.object({
  of: z.enum(['larder', ...TACTIC_NAMES]),
  table: z.enum(TABLE_NAMES),
  on: z.string().optional(),
  version: z.coerce.number().int().positive().optional(),
});

/** One table of the results page as a CSV file, of the same day and version as the page that asks for it. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const { shop } = await authenticateAdmin({ request, context });
  const asked = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return new Response('There is no such table.', { status: 404 });
  const { of, table, on, version } = asked.data;
  const page = await loadResultsPage(context.ports, shop, { on, versions: { [of]: version } });
  if (page.reason === 'not-kept') return new Response('No page was kept of that day.', { status: 404 });
  const view = of === 'larder' ? page.view.larder : page.view.tactics[of];
  const found = comparisonTables(view).find((built) => built.name === table);
  if (!found) throw new Error(`No table is called ${table}`);
  return new Response(writeCsv(found.header, found.rows), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="larder-${of}-${table}-${page.view.on}.csv"`,
    },
  });
}
