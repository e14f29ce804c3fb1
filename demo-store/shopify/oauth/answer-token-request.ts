import type { DemoConfig } from '../../config';
import type { AppDeclaration } from '../app-declaration';
import type { AccessToken, Installation } from '../installation';
import { STAFF_ID, whyNotAdminToken } from '../tokens';
import { allowed, scopesAtInstall } from './granted-scopes';
import { issueToken, rotateToken } from './issue-token';

export interface TokenDesk {
  readonly config: DemoConfig;
  readonly app: AppDeclaration;
  readonly installation: Installation;
}

export interface TokenAnswer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const OFFLINE = 'urn:shopify:params:oauth:token-type:offline-access-token';
const ONLINE = 'urn:shopify:params:oauth:token-type:online-access-token';

/**
 * `POST /admin/oauth/access_token`: exchange of a session token (the first one installs the app) and refresh.
 * @param fields the request's fields, null when they could not be read
 */
export async function answerTokenRequest(
  desk: TokenDesk,
  fields: Readonly<Record<string, unknown>> | null,
): Promise<TokenAnswer> {
  if (!fields) return refuse('invalid_request', 'The request has no readable fields.');
  if (fields.client_id !== desk.config.apiKey || fields.client_secret !== desk.config.secret) {
    return refuse('application_cannot_be_found', 'Client id or secret is wrong.');
  }
  if (fields.grant_type === 'refresh_token') return refresh(desk, text(fields.refresh_token));
  if (fields.grant_type !== EXCHANGE)
    return refuse('unsupported_grant_type', 'Only token exchange and refresh are known.');
  return exchange(desk, fields);
}

async function exchange(desk: TokenDesk, fields: Readonly<Record<string, unknown>>): Promise<TokenAnswer> {
  const wanted = fields.requested_token_type;
  if (wanted !== OFFLINE && wanted !== ONLINE)
    return refuse('invalid_request', 'The requested token type is unknown.');
  const fault = await whyNotAdminToken(desk.config, text(fields.subject_token));
  if (fault) return refuse('invalid_subject_token', fault);
  const nowMs = Date.now();
  const { installation } = desk;
  const { installedAt, scopes } = installation.get();
  if (installedAt === null) {
    installation.change({ installedAt: nowMs, scopes: scopesAtInstall(desk.app, desk.config) });
  } else {
    // A newer version of the app may require more than the one that was installed.
    installation.change({ scopes: allowed([...desk.app.scopes, ...scopes], desk.config) });
  }
  const online = wanted === ONLINE;
  const token = issueToken(installation, online ? 'online' : 'offline', fields.expiring === '1', nowMs);
  const body = describe(token, installation, nowMs);
  return { status: 200, body: online ? { ...body, ...associatedUser(installation) } : body };
}

function refresh(desk: TokenDesk, refreshToken: string): TokenAnswer {
  const nowMs = Date.now();
  const token = rotateToken(desk.installation, refreshToken, nowMs);
  if (!token) return refuse('invalid_grant', 'The refresh token is unknown, was used before or has expired.');
  return { status: 200, body: describe(token, desk.installation, nowMs) };
}

function describe(token: AccessToken, installation: Installation, nowMs: number): Record<string, unknown> {
  const seconds = (at: number | null) => (at === null ? undefined : Math.round((at - nowMs) / 1000));
  return {
    access_token: token.value,
    scope: installation.get().scopes.join(','),
    expires_in: seconds(token.expiresAt),
    refresh_token: token.refreshToken ?? undefined,
    refresh_token_expires_in: seconds(token.refreshExpiresAt),
  };
}

function associatedUser(installation: Installation): Record<string, unknown> {
  return {
    associated_user_scope: installation.get().scopes.join(','),
    associated_user: {
      id: Number(STAFF_ID),
      first_name: 'Demo',
      last_name: 'Owner',
      email: 'owner@example.test',
      account_owner: true,
      locale: 'en',
      collaborator: false,
      email_verified: true,
    },
  };
}

function refuse(error: string, description: string): TokenAnswer {
  return { status: 400, body: { error, error_description: description } };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
