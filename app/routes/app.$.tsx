import type { LoaderFunctionArgs } from '@remix-run/node';
import { authenticateAdmin } from '../shops/authenticate-admin.server';

/** Addresses of the admin where nothing is: said inside the app, with its menu. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<never> {
  await authenticateAdmin({ request, context });
  throw new Response('There is nothing at this address.', { status: 404 });
}

/** A route without a page is a file to Remix, and its answer would go out bare. */
export default function Nothing() {
  return null;
}
