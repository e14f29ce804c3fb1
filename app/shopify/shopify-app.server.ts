import '@shopify/shopify-app-remix/adapters/node';
import { shopifyApi } from '@shopify/shopify-api';
import { ApiVersion, AppDistribution, LogSeverity, shopifyApp } from '@shopify/shopify-app-remix/server';
import { PrismaSessionStorage } from '@shopify/shopify-app-session-storage-prisma';
import type { SessionStorage } from '@shopify/shopify-app-session-storage';
import type { PrismaClient } from '@prisma/client';
import type { Logger } from 'pino';
import type { Config } from '../config.server';
import type { Database } from '../ports';

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
  const { session } = shopifyApi({
    apiKey: config.apiKey,
    apiSecretKey: config.apiSecret,
    apiVersion: API_VERSION,
    hostName: new URL(config.appUrl).host,
    isEmbeddedApp: true,
    logger: { level: LogSeverity.Error, log: () => undefined },
  });
  return { ...app, decodeSessionToken: (token: string) => session.decodeSessionToken(token) };
}

/** Shopify's session storage on our database: its writes pass the gate like every other, its reads do not wait for it. */
export async function createSessionStorage(db: Database): Promise<SessionStorage> {
  const reading = new PrismaSessionStorage(db.read as PrismaClient);
  const writing = await db.writePlain(async (client) => new PrismaSessionStorage(client));
  await Promise.all([reading.isReady(), writing.isReady()]);
  return {
    storeSession: (session) => db.writePlain(() => writing.storeSession(session)),
    loadSession: (id) => reading.loadSession(id),
    deleteSession: (id) => db.writePlain(() => writing.deleteSession(id)),
    deleteSessions: (ids) => db.writePlain(() => writing.deleteSessions(ids)),
    findSessionsByShop: (shop) => reading.findSessionsByShop(shop),
  };
}
