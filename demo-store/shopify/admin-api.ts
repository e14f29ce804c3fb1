import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Pages } from '../contract';
import type { DemoConfig } from '../config';
import type { World } from '../world/types';
import type { AppDeclaration } from './app-declaration';
import { answerGraphql } from './graphql/answer-graphql';
import { createSortedLists } from './graphql/sorted-lists';
import { createThrottle } from './graphql/throttle';
import { readFields, sendJson } from './http-answers';
import type { Installation } from './installation';
import { answerTokenRequest } from './oauth/answer-token-request';
import { impliedScopes } from './oauth/granted-scopes';
import { findToken } from './oauth/issue-token';
import { ADMIN_API_VERSION } from './schema/load-schema';

export interface AdminApiDeps {
  readonly config: DemoConfig;
  readonly world: World;
  readonly app: AppDeclaration;
  readonly installation: Installation;
}

const GRAPHQL = /^\/admin\/api\/([^/]+)\/graphql\.json$/;

/** What an app calls at `https://{shop}`: the token endpoint and the Admin GraphQL API. The shop comes in `x-demo-shop`. */
export function createAdminApi(deps: AdminApiDeps): Pages {
  const throttle = createThrottle(deps.config.throttle);
  const lists = createSortedLists(deps.world);

  const graphql = async (request: IncomingMessage, response: ServerResponse, version: string) => {
    if (version !== ADMIN_API_VERSION) {
      return sendJson(response, 404, {
        errors: `Not Found: the demo store serves ${ADMIN_API_VERSION} only.`,
      });
    }
    const token = String(request.headers['x-shopify-access-token'] ?? '');
    if (!findToken(deps.installation, token, Date.now())) {
      const message = '[API] Invalid API key or access token (unrecognized login or wrong password)';
      return sendJson(response, 401, { errors: message });
    }
    const fields = await readFields(request);
    if (typeof fields?.query !== 'string')
      return sendJson(response, 400, { errors: { query: 'Required parameter missing or invalid' } });
    const scopes = impliedScopes(deps.installation.get().scopes);
    const body = await answerGraphql(
      {
        query: fields.query,
        variables: (fields.variables as Record<string, unknown> | null | undefined) ?? {},
        operationName: typeof fields.operationName === 'string' ? fields.operationName : null,
      },
      { ...deps, lists, scopes },
      throttle,
    );
    sendJson(response, 200, body);
  };

  return async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const version = GRAPHQL.exec(path)?.[1];
    if (version === undefined && path !== '/admin/oauth/access_token') return false;
    const shop = request.headers['x-demo-shop'];
    if (request.method !== 'POST' || shop !== deps.config.shopDomain) {
      sendJson(response, 404, { errors: 'Not Found' });
    } else if (version !== undefined) {
      await graphql(request, response, version);
    } else {
      const answer = await answerTokenRequest(deps, await readFields(request));
      sendJson(response, answer.status, answer.body);
    }
    return true;
  };
}
