import { z, type ZodType } from 'zod';
import type { ShopifyAdmin } from '../ports';
import { GraphqlRefused, ShopGone, ShopifyUnavailable } from './admin-errors';
import { createQueryBudget, type QueryBudget } from './query-budget';
import { readFailure } from './read-failure';
import { renewSession, type RenewalSource } from './renew-session.server';

const MAX_TRIES = 6;
/** Throttling is no failure: it ends by waiting. This many waits mean that something else is wrong. */
const MAX_THROTTLED = 30;
const REQUEST_TIMEOUT_MS = 30_000;
const FALLBACK_THROTTLE_MS = 2_000;

const costSchema = z.object({
  cost: z.object({
    requestedQueryCost: z.number(),
    throttleStatus: z.object({
      maximumAvailable: z.number(),
      currentlyAvailable: z.number(),
      restoreRate: z.number(),
    }),
  }),
});
const answerSchema = z.object({ data: z.unknown(), extensions: z.unknown().optional() });

/** What is needed here of Shopify's library. */
export interface AdminSource extends RenewalSource {
  readonly unauthenticated: {
    admin(shopDomain: string): Promise<{ admin: { graphql: Graphql }; session: { accessToken?: string } }>;
  };
}
type Graphql = (
  document: string,
  options: { variables: Record<string, unknown>; signal: AbortSignal },
) => Promise<{ json(): Promise<unknown> }>;

export interface AdminClientOptions {
  readonly wall?: () => Date;
  readonly sleep?: (ms: number) => Promise<void>;
}

interface ShopState {
  readonly budget: QueryBudget;
  /** Points that each document asked for last time. */
  readonly costs: Map<string, number>;
  /** The look at the session under way: one at a time, because it may refresh a token that works only once. */
  session: Promise<unknown>;
  /** The access token that Shopify answered last with 401. */
  refused: string | null;
}

/** @see ShopifyAdmin */
export function createShopifyAdmin(source: AdminSource, options: AdminClientOptions = {}): ShopifyAdmin {
  const { wall = () => new Date(), sleep = (ms) => new Promise<void>((done) => void setTimeout(done, ms)) } =
    options;
  const shops = new Map<string, ShopState>();

  function stateOf(shopDomain: string): ShopState {
    const known = shops.get(shopDomain);
    if (known) return known;
    const state: ShopState = {
      budget: createQueryBudget(),
      costs: new Map(),
      session: Promise.resolve(),
      refused: null,
    };
    shops.set(shopDomain, state);
    return state;
  }

  function openSession(shopDomain: string, state: ShopState) {
    const opened = state.session.then(async () => {
      await renewSession(source, shopDomain, state.refused);
      return source.unauthenticated.admin(shopDomain);
    });
    state.session = opened.catch(() => undefined);
    return opened;
  }

  function learnCost(state: ShopState, document: string, extensions: unknown): void {
    const parsed = costSchema.safeParse(extensions);
    if (!parsed.success) return;
    state.costs.set(document, parsed.data.cost.requestedQueryCost);
    state.budget.learn(parsed.data.cost.throttleStatus, wall().getTime());
  }

  async function requestOnce(
    shopDomain: string,
    document: string,
    variables: Record<string, unknown>,
  ): Promise<unknown> {
    const state = stateOf(shopDomain);
    const waitMs = state.budget.waitMs(state.costs.get(document) ?? 0, wall().getTime());
    if (waitMs > 0) await sleep(waitMs);
    const { admin, session } = await openSession(shopDomain, state);
    const response = await admin
      .graphql(document, { variables, signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) })
      .catch((error: unknown) => {
        if (readFailure(error).kind === 'unauthorized') state.refused = session.accessToken ?? null;
        throw error;
      });
    const answer = answerSchema.parse(await response.json());
    learnCost(state, document, answer.extensions);
    return answer.data;
  }

  async function request(
    shopDomain: string,
    document: string,
    variables: Record<string, unknown>,
  ): Promise<unknown> {
    let tries = 0;
    let throttled = 0;
    let unauthorized = 0;
    for (;;) {
      try {
        return await requestOnce(shopDomain, document, variables);
      } catch (error) {
        const failure = readFailure(error);
        switch (failure.kind) {
          case 'gone':
            throw new ShopGone(shopDomain);
          case 'unauthorized':
            if ((unauthorized += 1) > 1) throw new ShopGone(shopDomain);
            break;
          case 'throttled': {
            if ((throttled += 1) > MAX_THROTTLED) throw new ShopifyUnavailable('Shopify went on throttling.');
            const state = stateOf(shopDomain);
            learnCost(state, document, failure.extensions);
            const known = state.budget.waitMs(state.costs.get(document) ?? 0, wall().getTime());
            await sleep(failure.waitMs ?? (known || FALLBACK_THROTTLE_MS));
            break;
          }
          case 'passing':
            if ((tries += 1) >= MAX_TRIES)
              throw new ShopifyUnavailable(`${failure.reason}, ${MAX_TRIES} times.`);
            await sleep(backOffMs(tries));
            break;
          case 'refused':
            throw new GraphqlRefused(failure.codes, failure.messages);
          case 'unknown':
            throw error;
        }
      }
    }
  }

  return {
    async query<T>(
      shopDomain: string,
      document: string,
      variables: Record<string, unknown>,
      schema: ZodType<T>,
    ) {
      return schema.parse(await request(shopDomain, document, variables));
    },
  };
}

/** 0.5, 1, 2, 4 and 8 seconds. */
function backOffMs(tries: number): number {
  return 500 * 2 ** (tries - 1);
}
