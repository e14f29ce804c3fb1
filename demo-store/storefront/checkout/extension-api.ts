import type { Order, WorldReader } from '../../world/types';
import { privateFree } from './private-attributes';

export type ExtensionPlace = 'thank-you' | 'order-status';

export const TARGETS: Readonly<Record<ExtensionPlace, string>> = {
  'thank-you': 'purchase.thank-you.block.render',
  'order-status': 'customer-account.order-status.block.render',
};

/** The data behind `window.shopify` in the extension's frame; `extension-host.js` makes it live. */
export function extensionData(
  world: WorldReader,
  order: Order,
  place: ExtensionPlace,
  options: { signedIn: boolean; showPrivateAttributes: boolean; inEditor: boolean },
) {
  const { shop } = world;
  const reference = { id: `gid://shopify/Order/${order.id}`, name: order.name };
  return {
    target: TARGETS[place],
    inEditor: options.inEditor,
    checkoutToken: order.checkoutToken,
    ...(place === 'thank-you'
      ? {
          orderConfirmation: {
            order: { id: `gid://shopify/OrderIdentity/${order.id}` },
            number: order.name.replace('#', ''),
            isFirstOrder: world.orders().filter((each) => each.customerId === order.customerId).length <= 1,
          },
        }
      : {
          order: {
            ...reference,
            processedAt: new Date(order.processedAt).toISOString(),
          },
        }),
    lines: order.lines
      .filter((line) => line.productId && line.variantId)
      .map((line) => cartLine(world, line)),
    attributes: options.showPrivateAttributes ? order.customAttributes : privateFree(order.customAttributes),
    customerId: options.signedIn && order.customerId ? `gid://shopify/Customer/${order.customerId}` : null,
    locale: shop.locale,
    currency: shop.currency,
    timeZone: shop.timeZone,
    shop: {
      id: `gid://shopify/Shop/${shop.id}`,
      name: shop.name,
      myshopifyDomain: shop.domain,
      storefrontUrl: `https://${shop.domain}`,
    },
  };
}

function cartLine(world: WorldReader, line: Order['lines'][number]) {
  const product = line.productId ? world.product(line.productId) : undefined;
  const amount = (line.unitPriceMinor * line.quantity) / 100;
  const subtitle = line.variantTitle === 'Default Title' ? undefined : (line.variantTitle ?? undefined);
  return {
    id: `gid://shopify/CartLine/${line.id}`,
    quantity: line.quantity,
    attributes: [],
    cost: { totalAmount: { amount, currencyCode: world.shop.currency } },
    merchandise: {
      type: 'variant',
      id: `gid://shopify/ProductVariant/${line.variantId}`,
      title: line.title,
      subtitle,
      sku: line.sku ?? undefined,
      requiresShipping: product?.requiresShipping ?? true,
      sellingPlan: line.sellingPlan ? { id: `gid://shopify/SellingPlan/${line.sellingPlan.id}` } : undefined,
      image: product ? { url: product.imagePath, altText: product.title } : undefined,
      selectedOptions: subtitle ? [{ name: 'Size', value: subtitle }] : [],
      product: {
        id: `gid://shopify/Product/${line.productId}`,
        vendor: product?.vendor ?? '',
        productType: product?.productType ?? '',
      },
    },
  };
}
