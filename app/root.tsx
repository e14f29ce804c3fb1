import type { MetaFunction } from '@remix-run/node';
import { Links, Meta, Outlet, Scripts, useRouteError, useRouteLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { errorWords } from './ui/error-words';

export const meta: MetaFunction = () => [{ title: 'Larder' }];

const APP_BRIDGE = 'https://cdn.shopify.com/shopifycloud/app-bridge.js';

/** Pages of the embedded admin load App Bridge before any other script, with the key that their layout hands out. */
export function Layout({ children }: { children: ReactNode }) {
  const admin = useRouteLoaderData<{ apiKey: string }>('routes/app');
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        {admin ? <script src={APP_BRIDGE} data-api-key={admin.apiKey} /> : null}
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <Scripts />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

/** Of addresses outside the admin, which has its own. */
export function ErrorBoundary() {
  const { title, words } = errorWords(useRouteError());
  return (
    <main>
      <h1>{title}</h1>
      <p>{words}</p>
    </main>
  );
}
