/** A line of the order, as the app needs it; ids are decimal strings. */
export interface OrderLine {
  productId: string;
  variantId: string;
  quantity: number;
  /** Product and variant as the shopper reads them, e.g. "House blend, 250 g". Never sent. */
  name: string;
}

/** What identifies this order. The app trusts none of it but the session token that travels with it. */
export interface OrderFacts {
  checkoutToken: string;
  orderId?: string;
  visitor: string | null;
  locale: string;
  lines: OrderLine[];
}

const VISITOR_ATTRIBUTE = '__larder_visitor';

/** Reads the order from the host's API; undefined as long as there is no checkout token or no line. */
export function readOrder(): OrderFacts | undefined {
  const checkoutToken = shopify.checkoutToken.value;
  const lines = shopify.lines.value.map(({ merchandise, quantity }) => ({
    productId: decimal(merchandise.product.id),
    variantId: decimal(merchandise.id),
    quantity,
    name: [merchandise.title, merchandise.subtitle].filter(Boolean).join(', '),
  }));
  if (!checkoutToken || lines.length === 0) return undefined;
  return {
    checkoutToken,
    orderId: orderId(),
    visitor: shopify.attributes.value?.find(({ key }) => key === VISITOR_ATTRIBUTE)?.value || null,
    locale: shopify.localization.language.value.isoCode,
    lines,
  };
}

/** The two targets name the order differently, and each throws on the other's name in Shopify's own test host. */
function orderId(): string | undefined {
  const id =
    'orderConfirmation' in shopify ? shopify.orderConfirmation.value.order.id : shopify.order.value?.id;
  return id && decimal(id);
}

function decimal(gid: string): string {
  return gid.split('/').pop() ?? gid;
}
