import type { HeadersArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Outlet, useRouteError } from '@remix-run/react';
import polarisStyles from '@shopify/polaris/build/esm/styles.css?url';
import { boundary } from '@shopify/shopify-app-remix/server';
import { authenticateAdmin } from '../shops/authenticate-admin.server';
import adminStyles from '../ui/admin.css?url';
import { AdminFrame } from '../ui/admin-frame';
import chartStyles from '../ui/charts/charts.css?url';
import { PageError } from '../ui/page-error';

/** Of pages that could not be shown; the others name themselves. */
export const meta: MetaFunction = () => [{ title: 'Larder' }];

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: polarisStyles },
  { rel: 'stylesheet', href: adminStyles },
  { rel: 'stylesheet', href: chartStyles },
];

/** The API key goes into the document's head, where root.tsx loads App Bridge with it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await authenticateAdmin({ request, context });
  return { apiKey: context.ports.config.apiKey };
}

/** A problem with a form leaves the page as it stands, this frame included. */
export { shouldRevalidate } from '../ui/answer';

export default function App() {
  return (
    <AdminFrame>
      <Outlet />
    </AdminFrame>
  );
}

export function ErrorBoundary() {
  return (
    <AdminFrame>
      <PageError error={useRouteError()} />
    </AdminFrame>
  );
}

/** Keeps the headers with which Shopify's library asks App Bridge for a new session token. */
export const headers = (args: HeadersArgs) => boundary.headers(args);
