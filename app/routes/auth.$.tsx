import type { LoaderFunctionArgs } from '@remix-run/node';

/** Shopify's own sign-in steps (session token bounce page); answered by the library. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await context.ports.shopifyApp.authenticate.admin(request);
  return null;
}
