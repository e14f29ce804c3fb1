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
  consent: Consent;
  /** The browser id in the cart; null unless the shopper consents to both. */
  visitor: string | null;
  locale: string;
  lines: OrderLine[];
}

/** What the shopper allows. Without both, the app counts nothing and keeps nothing but a reminder that they set. */
export interface Consent {
  preferences: boolean;
  analytics: boolean;
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
    consent: readConsent(),
    visitor: mayCount() ? visitorId() : null,
    locale: shopify.localization.language.value.isoCode,
    lines,
  };
}

/** As the shopper's choice stands now: it may come, and go, while the page is open. */
export function readConsent(): Consent {
  const { preferences, analytics } = shopify.customerPrivacy.value.allowedProcessing;
  return { preferences, analytics };
}

export function mayCount(): boolean {
  const { preferences, analytics } = readConsent();
  return preferences && analytics;
}

function visitorId(): string | null {
  return shopify.attributes.value?.find(({ key }) => key === VISITOR_ATTRIBUTE)?.value || null;
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
