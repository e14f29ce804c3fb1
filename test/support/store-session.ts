import { Session } from '@shopify/shopify-api';
import type { Ports } from '../../app/ports';

/** The offline session of a shop, stored as the app stores it, good for an hour. */
export async function storeSession(
  { shopifyApp }: Pick<Ports, 'shopifyApp'>,
  shop: string,
  scope: string,
): Promise<void> {
  await shopifyApp.sessionStorage.storeSession(
    new Session({
      ...{ id: `offline_${shop}`, shop, state: '', isOnline: false, scope },
      ...{ accessToken: 'token', refreshToken: 'refresh', expires: new Date(Date.now() + 3_600_000) },
    }),
  );
}
