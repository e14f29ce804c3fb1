import { HttpRequestError, ShopifyError, type Session } from '@shopify/shopify-api';
import type { SessionStorage } from '@shopify/shopify-app-session-storage';

/** As early as Shopify's own library renews, which then has nothing left to do. */
const EARLY_MS = 5 * 60_000;

export interface RenewalSource {
  readonly sessionStorage: SessionStorage;
  readonly offlineIdOf: (shopDomain: string) => string;
  readonly refreshToken: (params: { shop: string; refreshToken: string }) => Promise<{ session: Session }>;
}

/**
 * Renews a shop's access token when it ends soon, or when it is the one that Shopify just refused. A refresh token works
 * once: never two of these at the same time for one shop.
 * @param refused the access token that was answered with 401; null when none was
 * @throws the library's own errors, which tell a refusal from an outage
 */
export async function renewSession(
  source: RenewalSource,
  shopDomain: string,
  refused: string | null,
): Promise<void> {
  const session = await source.sessionStorage.loadSession(source.offlineIdOf(shopDomain));
  if (!session?.refreshToken) return;
  if (session.accessToken !== refused && !session.isExpired(EARLY_MS)) return;
  const renewed = await source
    .refreshToken({ shop: shopDomain, refreshToken: session.refreshToken })
    .catch((error: unknown) => {
      if (error instanceof ShopifyError) throw error;
      // What the network throws: the library passes it on as it is.
      throw new HttpRequestError(error instanceof Error ? error.message : String(error));
    });
  await source.sessionStorage.storeSession(renewed.session);
}
