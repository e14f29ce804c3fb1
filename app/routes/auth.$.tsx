import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { answerBouncePage } from '../shops/authenticate-admin.server';

/** Shopify's bounce page for a new session token. Nobody signs in by any other step: all else begins at the app's address. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { pathname, search } = new URL(request.url);
  if (pathname === '/auth/session-token') return answerBouncePage({ request, context });
  return redirect(`/${search}`);
}
