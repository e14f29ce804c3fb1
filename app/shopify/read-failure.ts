import {
  GraphqlQueryError,
  HttpInternalError,
  HttpRequestError,
  HttpResponseError,
  HttpThrottlingError,
  InvalidJwtError,
} from '@shopify/shopify-api';
import { SessionNotFoundError } from '@shopify/shopify-app-remix/server';
import { z } from 'zod';

export type Failure =
  | { readonly kind: 'gone' }
  /** The token may just have been replaced: a fresh look at the session decides. */
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'throttled'; readonly waitMs: number | null; readonly extensions: unknown }
  | { readonly kind: 'passing'; readonly reason: string }
  | { readonly kind: 'refused'; readonly codes: readonly string[]; readonly messages: readonly string[] }
  | { readonly kind: 'unknown' };

const graphqlErrors = z.array(
  z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).nullish() }),
);
const statusSchema = z.object({ code: z.number(), statusText: z.string() });
const graphqlBody = z.object({
  errors: z.object({ graphQLErrors: graphqlErrors }),
  extensions: z.unknown().optional(),
});

/** What an error of Shopify's library means for the request that met it. */
export function readFailure(error: unknown): Failure {
  if (error instanceof SessionNotFoundError || error instanceof InvalidJwtError) return { kind: 'gone' };
  if (error instanceof GraphqlQueryError) return readGraphqlErrors(error.body);
  if (error instanceof HttpThrottlingError) {
    const seconds = error.response.retryAfter;
    return { kind: 'throttled', waitMs: seconds === undefined ? null : seconds * 1000, extensions: null };
  }
  if (error instanceof HttpInternalError)
    return { kind: 'passing', reason: `Shopify answered ${error.response.code}` };
  if (error instanceof HttpResponseError) {
    const { code, statusText } = statusSchema.parse(error.response);
    return readStatus(code, statusText);
  }
  if (error instanceof HttpRequestError) return { kind: 'passing', reason: 'Shopify could not be reached' };
  // The library throws a bare 500 when a token could not be refreshed, for whatever reason.
  if (error instanceof Response) return { kind: 'passing', reason: 'Shopify gave no new access token' };
  return { kind: 'unknown' };
}

function readStatus(code: number, statusText: string): Failure {
  if (code === 401) return { kind: 'unauthorized' };
  // 400 comes from the token exchange alone; 404: there is no such shop any more.
  if (code === 400 || code === 404) return { kind: 'gone' };
  if (code === 402 || code === 423 || code === 430)
    return { kind: 'passing', reason: `Shopify answered ${code}` };
  return { kind: 'refused', codes: [`HTTP_${code}`], messages: [statusText] };
}

function readGraphqlErrors(body: unknown): Failure {
  const parsed = graphqlBody.safeParse(body);
  if (!parsed.success) return { kind: 'unknown' };
  const errors = parsed.data.errors.graphQLErrors;
  const codes = errors.flatMap((error) => error.extensions?.code ?? []);
  if (codes.includes('THROTTLED'))
    return { kind: 'throttled', waitMs: null, extensions: parsed.data.extensions };
  if (codes.includes('INTERNAL_SERVER_ERROR'))
    return { kind: 'passing', reason: 'Shopify had an internal error' };
  return { kind: 'refused', codes, messages: errors.map((error) => error.message) };
}
