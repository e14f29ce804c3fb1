/** The bundler's: it never runs. */
declare const require: (module: string) => string;

/**
 * Where the app answers, without a slash at the end. The CLI writes the variables of the build into the bundle: the tunnel
 * (APP_URL) under `shopify app dev`, else SHOPIFY_APP_URL. Where neither is set, the last line names a module that does not
 * exist, so that the build stops with these words instead of shipping a reminder that never shows; where one is set, the
 * bundler drops it.
 */
export function appAddress(): string {
  const address =
    (process.env.NODE_ENV === 'development' && process.env.APP_URL) ||
    process.env.SHOPIFY_APP_URL ||
    require('SHOPIFY_APP_URL is not set: the reminder would not know where the app answers. Use "npm run deploy".');
  return address.replace(/\/$/, '');
}
