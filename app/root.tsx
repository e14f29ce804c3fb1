import { Links, Meta, Outlet, Scripts, useRouteLoaderData } from '@remix-run/react';

const APP_BRIDGE = 'https://cdn.shopify.com/shopifycloud/app-bridge.js';

/** Pages of the embedded admin load App Bridge before any other script, with the key that their layout hands out. */
export default function Root() {
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
        <Outlet />
        <Scripts />
      </body>
    </html>
  );
}
