import '@shopify/shopify-app-remix/adapters/node';
import { ApiVersion, AppDistribution, LogSeverity, shopifyApp } from '@shopify/shopify-app-remix/server';
import { shopifyApi } from '@shopify/shopify-api';
import type { SessionStorage } from '@shopify/shopify-app-session-storage';
import type { Logger } from 'pino';
import type { Config } from '../config.server';

export const API_VERSION = ApiVersion.July26;

export type ShopifyApp = ReturnType<typeof createShopifyApp>;

/** Shopify's own library, with token exchange and expiring offline tokens. */
export function createShopifyApp(options: {
  config: Config;
  sessionStorage: SessionStorage;
  log: Logger;
  /** Runs after every token exchange, which includes the one at install. */
  afterAuth: (shopDomain: string, scopes: string) => Promise<void>;
}) {
  const { config, sessionStorage, log, afterAuth } = options;
  const app = shopifyApp({
    apiKey: config.apiKey,
    apiSecretKey: config.apiSecret,
    apiVersion: API_VERSION,
    scopes: [...config.scopes],
    appUrl: config.appUrl,
    authPathPrefix: '/auth',
    sessionStorage,
    distribution: AppDistribution.AppStore,
    future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
    hooks: { afterAuth: ({ session }) => afterAuth(session.shop, session.scope ?? '') },
    logger: {
      level: LogSeverity.Warning,
      log: (severity, message) =>
        log[severity <= LogSeverity.Error ? 'error' : 'warn']({ from: 'shopify' }, message),
    },
  });
  const { auth, session } = shopifyApi({
    apiKey: config.apiKey,
    apiSecretKey: config.apiSecret,
    apiVersion: API_VERSION,
    hostName: new URL(config.appUrl).host,
    isEmbeddedApp: true,
    userAgentPrefix: 'Larder',
    logger: { level: LogSeverity.Error, log: () => undefined },
  });
  return {
    ...app,
    decodeSessionToken: (token: string) => session.decodeSessionToken(token),
    // The app's own renewal hides whether Shopify refused or was not there.
    refreshToken: auth.refreshToken,
    offlineIdOf: session.getOfflineId,
  };
}
