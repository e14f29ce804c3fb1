/**
 * Whom a session token of Shopify's speaks for. The app's secret signs the tokens of its admin pages and of its extensions
 * alike, and any shopper can read the latter: what tells them apart is their claims, and nothing else.
 */
import { InvalidJwtError } from '@shopify/shopify-api';
import { z } from 'zod';
import { parseGid } from './gid';
import { isShopDomain } from './shop-domain';

/**
 * Shopify's library: the claims of a token that was signed for this app and is good now.
 * @throws InvalidJwtError for any other
 */
export type DecodeToken = (token: string) => Promise<unknown>;

/** `not-for-us`: no token, not of this app, or not of this moment. `another-kind`: ours, but of somebody else. */
export type TokenRefusal = { readonly ok: false; readonly reason: 'not-for-us' | 'another-kind' };

export type AdminTokenVerdict = { readonly ok: true; readonly shopDomain: string } | TokenRefusal;

export type ExtensionTokenVerdict =
  | {
      readonly ok: true;
      readonly shopDomain: string;
      /** In decimal; only for a signed-in customer. */
      readonly customerId: string | null;
    }
  | TokenRefusal;

const shopUrl = z.string().refine((url) => isShopDomain(url.replace(/^https:\/\//, '')));

const adminClaims = z
  .object({
    dest: shopUrl.startsWith('https://'),
    iss: z.string(),
    sub: z.string().regex(/^\d{1,20}$/),
    sid: z.string().min(1),
  })
  .refine(({ dest, iss }) => iss === `${dest}/admin`);

const customerGid = z.string().regex(/^gid:\/\/shopify\/Customer\/\d+$/);

/** Documented without `iss` and `sid`; with `sub` only for a customer who is signed in. */
const extensionClaims = z
  .object({
    dest: shopUrl,
    iss: z.string().optional(),
    sub: customerGid.nullish(),
    sid: z.undefined().optional(),
  })
  .refine(({ dest, iss }) => iss === undefined || isStorefrontOf(iss, dest));

/** Whether App Bridge made this token for somebody of the shop's staff. */
export async function verifyAdminToken(token: string, decode: DecodeToken): Promise<AdminTokenVerdict> {
  const claims = await readClaims(token, decode);
  if (!claims) return { ok: false, reason: 'not-for-us' };
  const read = adminClaims.safeParse(claims);
  if (!read.success) return { ok: false, reason: 'another-kind' };
  return { ok: true, shopDomain: domainOf(read.data.dest) };
}

/** Whether Shopify made this token for one of the app's extensions in a checkout or a customer account. */
export async function verifyExtensionToken(
  token: string,
  decode: DecodeToken,
): Promise<ExtensionTokenVerdict> {
  const claims = await readClaims(token, decode);
  if (!claims) return { ok: false, reason: 'not-for-us' };
  const read = extensionClaims.safeParse(claims);
  if (!read.success) return { ok: false, reason: 'another-kind' };
  const customerId = read.data.sub ? parseGid(read.data.sub) : null;
  return { ok: true, shopDomain: domainOf(read.data.dest), customerId: customerId?.toString() ?? null };
}

/** The library takes a token without a beginning or an end, which Shopify never makes. */
const bounded = z.looseObject({ nbf: z.number(), exp: z.number() });

async function readClaims(token: string, decode: DecodeToken): Promise<unknown> {
  if (!isSpelledOnce(token)) return undefined;
  try {
    return bounded.safeParse(await decode(token)).data;
  } catch (error) {
    if (error instanceof InvalidJwtError) return undefined;
    throw error;
  }
}

/**
 * Whether a token is written in the one way in which Shopify writes it. The library overlooks paddings, foreign characters and
 * spare bits in the signature, so one token would have any number of spellings, each with limits of its own.
 */
function isSpelledOnce(token: string): boolean {
  const parts = token.split('.');
  return (
    parts.length === 3 &&
    parts.every((part) => part !== '' && Buffer.from(part, 'base64url').toString('base64url') === part)
  );
}

const domainOf = (dest: string) => dest.replace(/^https:\/\//, '');

function isStorefrontOf(iss: string, dest: string): boolean {
  return domainOf(iss) === domainOf(dest);
}
