import { isbot } from 'isbot';

const DESKTOP =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/**
 * The user agent under which a screenshot or end-to-end tool is a visitor like any other. Shopify's library refuses bots, and
 * takes a browser for one that says it has no screen. Only for a demo or a test, where no bot comes by itself.
 */
export function asVisitor(userAgent: string): string {
  const plain = userAgent.replaceAll('Headless', '');
  return isbot(plain) ? DESKTOP : plain;
}
