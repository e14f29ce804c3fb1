import { z, type ZodType } from 'zod';
import type { ShopifyAdmin } from '../ports';
import type { ShopifyApp } from './shopify-app.server';

const answerSchema = z.object({ data: z.unknown(), errors: z.unknown().optional() });

export function createShopifyAdmin(shopifyApp: ShopifyApp): ShopifyAdmin {
  return {
    async query<T>(shopDomain: string, document: string, variables: Record<string, unknown>, schema: ZodType<T>) {
      const { admin } = await shopifyApp.unauthenticated.admin(shopDomain);
      const response = await admin.graphql(document, { variables });
      return schema.parse(answerSchema.parse(await response.json()).data);
    },
  };
}
