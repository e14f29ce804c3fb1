/**
 * Where the app answers, without a slash at the end. The CLI writes environment variables of the build into the bundle:
 * SHOPIFY_APP_URL when building and deploying, APP_URL (the tunnel) under `shopify app dev`. A name that was not set
 * stays in the bundle as it is and throws in the browser, where there is no `process`.
 */
export function appAddress(): string {
  let address: string | undefined;
  try {
    address = process.env.SHOPIFY_APP_URL;
  } catch {
    address = process.env.APP_URL;
  }
  return (address ?? '').replace(/\/$/, '');
}
