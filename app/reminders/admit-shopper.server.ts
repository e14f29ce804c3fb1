import { createHash } from 'node:crypto';
import type { Ports } from '../ports';
import { answerJson, authenticateShopper, type ShopperToken } from '../shopify/authenticate-shopper.server';

const MINUTE_MS = 60_000;

/** A page asks once, again when consent changes, and once for each tap. */
const OF_TOKEN = { max: 40, windowMs: MINUTE_MS };
const OF_CUSTOMER = { max: 60, windowMs: MINUTE_MS };
/** A hundred checkouts a second. */
const OF_SHOP = { max: 6_000, windowMs: MINUTE_MS };

export interface AdmittedShopper extends ShopperToken {
  /** Stands for the session token, which has but one spelling: it is the same token whenever it comes. */
  readonly tokenHash: string;
}

/**
 * Checks the session token of an extension and that neither it, nor its customer, nor its shop asks too often.
 * @throws Response 401 or 429, readable by the extension.
 */
export async function admitShopper(
  ports: Pick<Ports, 'shopifyApp' | 'config' | 'limits'>,
  request: Request,
): Promise<AdmittedShopper> {
  const token = await authenticateShopper(ports, request);
  const { shopDomain, customerId } = token;
  const tokenHash = createHash('sha256')
    .update(request.headers.get('Authorization') ?? '')
    .digest('base64url');
  const { limits } = ports;
  const isAllowed =
    limits.allow(`token:${tokenHash}`, OF_TOKEN) &&
    (customerId === null || limits.allow(`customer:${shopDomain}:${customerId}`, OF_CUSTOMER)) &&
    limits.allow(`shop:${shopDomain}`, OF_SHOP);
  if (!isAllowed) throw answerTooMany();
  return { ...token, tokenHash };
}

export function answerTooMany(): Response {
  const answer = answerJson({ error: 'too-many-requests' }, 429);
  answer.headers.set('Retry-After', String(MINUTE_MS / 1000));
  return answer;
}
