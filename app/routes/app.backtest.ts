import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { authenticateAdmin } from '../shops/authenticate-admin.server';

/** Kept for bookmarks: the page lives below Consumables, so that the menu shows where it belongs. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  await authenticateAdmin({ request, context });
  return redirect(`/app/consumables/backtest${new URL(request.url).search}`);
}
