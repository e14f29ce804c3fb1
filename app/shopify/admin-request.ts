import type { Shop } from '@prisma/client';
import type { ShopifyApp } from './shopify-app.server';

/** A request that came through the door to the admin. */
export interface AdminRequest {
  readonly shop: Shop;
  readonly auth: Awaited<ReturnType<ShopifyApp['authenticate']['admin']>>;
}
