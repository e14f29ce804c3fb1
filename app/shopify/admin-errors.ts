import { markedError } from '../marked-error';

/** The shop uninstalled Larder, or its token was revoked: nothing can be asked until the merchant opens Larder again. */
export class ShopGone extends markedError('ShopGone') {
  override readonly name = 'ShopGone';
  constructor(shopDomain: string) {
    super(`${shopDomain} no longer accepts Larder's access.`);
  }
}

/** Shopify understood the request and said no; asking the same again cannot help. */
export class GraphqlRefused extends markedError('GraphqlRefused') {
  override readonly name = 'GraphqlRefused';
  /** Shopify's own words for it: `ACCESS_DENIED`, `MAX_COST_EXCEEDED`, … */
  readonly codes: readonly string[];
  constructor(codes: readonly string[], messages: readonly string[]) {
    super(
      `Shopify refused the request (${codes.join(', ') || 'no code'}): ${messages.join('; ').slice(0, 300)}`,
    );
    this.codes = codes;
  }
}

/** Shopify could not be reached, or went on throttling or failing. Later it may work. */
export class ShopifyUnavailable extends markedError('ShopifyUnavailable') {
  override readonly name = 'ShopifyUnavailable';
}

/** A scope or an approval is missing. */
export function isAccessDenied(error: unknown): boolean {
  return hasCode(error, 'ACCESS_DENIED');
}

/** The query asks for more than Shopify gives at once: smaller pages help. */
export function isTooCostly(error: unknown): boolean {
  return hasCode(error, 'MAX_COST_EXCEEDED');
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof GraphqlRefused && error.codes.includes(code);
}
