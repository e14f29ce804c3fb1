import type { AppLoadContext } from '@remix-run/node';
import type { Shop } from '@prisma/client';
import '../load-context';

type AdminAuth = Awaited<ReturnType<AppLoadContext['ports']['shopifyApp']['authenticate']['admin']>>;

export interface AdminRequest {
  readonly shop: Shop;
  readonly auth: AdminAuth;
}

/**
 * Checks the session token of a request from the embedded admin and finds the shop's row.
 * @throws Response: Shopify's own redirects and 401s.
 */
export async function authenticateAdmin(args: {
  request: Request;
  context: AppLoadContext;
}): Promise<AdminRequest> {
  const { ports } = args.context;
  const auth = await ports.shopifyApp.authenticate.admin(args.request);
  const shop = await ports.db.read.shop.findUnique({ where: { domain: auth.session.shop } });
  if (!shop)
    throw new Response('This shop is not installed yet. Open Larder again from the Apps page.', {
      status: 401,
    });
  return { shop, auth };
}
