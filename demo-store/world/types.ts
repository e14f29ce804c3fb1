/**
 * What the pretend Shopify knows. Plain data: every part of the demo store reads it, only `world/` changes it.
 * Ids are decimal strings beyond 2^53 (as Shopify may send); a gid is `gid://shopify/<Type>/<id>`.
 * Instants are epoch milliseconds on the demo clock; money is integer minor units in the shop's currency.
 */
import type { Discount, OrderDiscount } from './discount';

export type Id = string;

export interface ShopProfile {
  readonly id: Id;
  readonly domain: string; // larder-demo.myshopify.com
  readonly name: string;
  readonly email: string;
  readonly currency: string;
  readonly moneyFormat: string; // Shopify's, e.g. "${{amount}}"
  readonly timeZone: string; // IANA
  readonly locale: string;
}

export interface Variant {
  readonly id: Id;
  readonly title: string; // "250 g", or "Default Title"
  readonly sku: string;
  readonly priceMinor: number;
  readonly compareAtMinor: number | null;
  stock: number;
  readonly unitPrice: {
    quantityValue: number;
    quantityUnit: 'G' | 'KG' | 'ML' | 'L' | 'ITEM';
  } | null;
}

export interface Product {
  readonly id: Id;
  handle: string;
  title: string;
  description: string;
  productType: string;
  vendor: string;
  tags: string[];
  category: { id: string; fullName: string } | null; // taxonomy category, hidden for some products
  status: 'ACTIVE' | 'DRAFT' | 'ARCHIVED';
  publishedAt: number | null;
  imagePath: string; // path on the storefront, e.g. /images/house-blend.svg
  requiresShipping: boolean;
  isGiftCard: boolean;
  hasSubscriptionOffer: boolean;
  requiresSellingPlan?: true; // sold by subscription only
  variants: Variant[];
  readonly createdAt: number;
  updatedAt: number;
}

export type MarketingState = 'SUBSCRIBED' | 'NOT_SUBSCRIBED' | 'UNSUBSCRIBED';

export interface Customer {
  readonly id: Id;
  email: string | null; // null after an erasure
  firstName: string;
  lastName: string;
  hasAccount: boolean; // can sign in on the storefront
  marketing: MarketingState;
  readonly createdAt: number;
  updatedAt: number;
}

export interface LineItem {
  readonly id: Id;
  readonly productId: Id | null; // null for a custom line, or after the product is gone
  readonly variantId: Id | null;
  readonly title: string;
  readonly variantTitle: string | null;
  readonly sku: string | null;
  readonly quantity: number;
  currentQuantity: number; // after refunds
  readonly unitPriceMinor: number;
  readonly sellingPlan: { id: Id; name: string } | null;
}

export interface Refund {
  readonly id: Id;
  readonly createdAt: number;
  readonly lines: readonly {
    lineItemId: Id;
    quantity: number;
    subtotalMinor: number;
  }[];
  readonly amountMinor: number;
}

/** A parcel that left the shop, or goods handed over. */
export interface Fulfillment {
  readonly id: Id;
  readonly createdAt: number;
  status: 'SUCCESS' | 'CANCELLED';
  readonly completes: boolean; // nothing of the order is left to send
}

export interface Order {
  readonly id: Id;
  readonly name: string; // "#1001"
  readonly customerId: Id | null;
  readonly email: string | null;
  readonly checkoutToken: string | null;
  readonly cartToken: string | null;
  readonly createdAt: number;
  readonly processedAt: number;
  updatedAt: number;
  cancelledAt: number | null;
  readonly test: boolean;
  readonly sourceName: string; // "web", "pos", "subscription_contract"
  readonly currency: string;
  readonly customAttributes: readonly { key: string; value: string }[];
  readonly lines: LineItem[];
  readonly refunds: Refund[];
  readonly fulfillments: Fulfillment[];
  readonly discount: OrderDiscount | null;
}

/** A line as a checkout or the simulation asks for it; the world fixes title and price. */
export interface OrderLineInput {
  variantId: Id;
  quantity: number;
  onSubscription?: boolean;
  everyDays?: number; // with onSubscription: the rhythm wished for; the nearest one on offer is taken
}

export interface OrderInput {
  customerId: Id | null;
  email: string | null;
  checkoutToken: string | null;
  cartToken?: string | null;
  lines: readonly OrderLineInput[];
  customAttributes?: readonly { key: string; value: string }[];
  sourceName?: string;
  test?: boolean;
  createdAt?: number; // default: now
  discountCode?: string | null; // left out of the order when it does nothing for this customer
}

/** Something changed that Shopify would tell apps about. */
export type WorldEvent =
  | {
      topic: 'orders/create' | 'orders/updated' | 'orders/cancelled';
      orderId: Id;
    }
  | { topic: 'refunds/create'; orderId: Id; refundId: Id }
  | { topic: 'products/create' | 'products/update'; productId: Id }
  | { topic: 'products/delete'; productId: Id }
  | {
      topic: 'customers/redact';
      customerId: Id;
      email: string | null;
      orderIds: readonly Id[];
    }
  | { topic: 'shop/redact' }
  | { topic: 'app/uninstalled' };

export interface WorldReader {
  readonly shop: ShopProfile;
  now(): number;
  products(): readonly Product[]; // every product, in creation order
  product(id: Id): Product | undefined;
  productByHandle(handle: string): Product | undefined;
  variant(id: Id): { product: Product; variant: Variant } | undefined;
  customers(): readonly Customer[];
  customer(id: Id): Customer | undefined;
  customerByEmail(email: string): Customer | undefined;
  orders(): readonly Order[]; // in createdAt order
  order(id: Id): Order | undefined;
  orderByCheckoutToken(token: string): Order | undefined;
  discount(id: Id): Discount | undefined;
  /** In any case, as Shopify takes codes. */
  discountByCode(code: string): Discount | undefined;
  /** Best sellers by units over the trailing 60 days, active products only. */
  topSellers(limit: number): readonly Product[];
}

export interface World extends WorldReader {
  placeOrder(input: OrderInput): Order;
  cancelOrder(id: Id): void;
  /** Sends what is to be sent next of an order. */
  fulfilOrder(id: Id): void;
  refundOrder(id: Id, lines: readonly { lineItemId: Id; quantity: number }[]): void;
  updateProduct(
    id: Id,
    change: Partial<Pick<Product, 'title' | 'handle' | 'status' | 'tags' | 'productType' | 'publishedAt'>>,
  ): void;
  setStock(variantId: Id, stock: number): void;
  deleteProduct(id: Id): void;
  findOrCreateCustomer(email: string, names?: { firstName: string; lastName: string }): Customer;
  /** @throws Error when the code is taken */
  createDiscount(input: Omit<Discount, 'id' | 'createdAt' | 'uses'>): Discount;
  deleteDiscount(id: Id): void;
  setMarketing(customerId: Id, state: MarketingState): void;
  /** Removes the person from customers and orders and emits customers/redact. */
  eraseCustomer(id: Id): void;
  /** Called for every change after the seed; listeners run synchronously in order. */
  subscribe(listener: (event: WorldEvent) => void): () => void;
}

/** Who sits before a thank-you page: signed in or not, with consent to cookies or not. */
export interface Buyer {
  readonly signedIn: boolean;
  readonly consents: boolean;
}

/** What a simulated shopper does over HTTP, exactly as a browser would. Implemented by `storefront/`. */
export interface ShopperActs {
  /** Loads the home page and, with consent and an id or a sign-in, asks for the shelf as the block's script does. */
  visitHome(visit: {
    browserId: string | null;
    signedInCustomerId: Id | null;
  }): Promise<{ refillProductIds: readonly Id[] }>;
  /** Opens the thank-you page: runs the extension's calls with real tokens. Null when nothing is offered. */
  seeReminderOffer(order: Order, buyer: Buyer): Promise<{ productIds: readonly Id[] } | null>;
  /** Accepts the offer just seen, at its suggested date. */
  acceptReminder(order: Order, buyer: Buyer, productId: Id): Promise<void>;
  /** Presses a mail's one-click unsubscribe; nothing where the mail offers none. */
  unsubscribe(mail: Pick<ReceivedMail, 'headers'>): Promise<void>;
}

/** A mail that reached the demo inbox. */
export interface ReceivedMail {
  readonly id: string;
  readonly receivedAt: number;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: readonly { key: string; value: string }[];
  read: boolean;
}
