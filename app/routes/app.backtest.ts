import { redirect, type LoaderFunctionArgs } from '@remix-run/node';

/** Kept for bookmarks: the page lives below Consumables, so that the menu shows where it belongs. */
export const loader = ({ request }: LoaderFunctionArgs) =>
  redirect(`/app/consumables/backtest${new URL(request.url).search}`);
